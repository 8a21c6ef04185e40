package dev.mainstay.core.hardening;

import org.jspecify.annotations.Nullable;

/**
 * What a check has found.
 *
 * @param evidence what was seen and where, without any secret, such as
 * {@code spring.jpa.open-in-view is not set} or {@code OrderController#create}
 * @param origin where it was configured, such as a file with its line; {@code null} if it
 * was not configured at all
 * @since 0.1.0
 */
public record Finding(String evidence, @Nullable String origin) {

	/**
	 * Find something that nobody has configured.
	 * @param evidence what was seen and where
	 * @return the finding
	 */
	public static Finding of(String evidence) {
		return new Finding(evidence, null);
	}

}
