package dev.mainstay.observability.masking;

import java.util.Collection;
import java.util.List;

/**
 * What a service decides about its masking itself. Immutable.
 *
 * @param keys names of further keys whose values are secret, compared without regard to
 * case, hyphens, underscores and dots; one without a letter or digit is ignored
 * @param email what is done with e-mail addresses
 * @since 0.1.0
 */
public record MaskingRules(Collection<String> keys, EmailPolicy email) {

	/**
	 * Create the rules.
	 * @param keys names of further keys whose values are secret
	 * @param email what is done with e-mail addresses
	 */
	public MaskingRules {
		keys = List.copyOf(keys);
	}

	/**
	 * The rules where nothing is configured.
	 * @return no further keys, and the local part of e-mail addresses is masked
	 */
	public static MaskingRules defaults() {
		return new MaskingRules(List.of(), EmailPolicy.LOCAL_PART);
	}

	/**
	 * The same rules with further keys.
	 * @param keys all further keys
	 * @return the rules
	 */
	public MaskingRules withKeys(Collection<String> keys) {
		return new MaskingRules(keys, this.email);
	}

}
