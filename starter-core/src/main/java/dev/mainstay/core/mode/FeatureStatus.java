package dev.mainstay.core.mode;

import org.jspecify.annotations.Nullable;

/**
 * Contributed as a bean by a feature that is switched on, to say what became of it. A
 * feature of the catalogue without such a bean is off if its property says so, and else
 * had nothing to work on.
 *
 * @since 0.1.0
 */
public interface FeatureStatus {

	/**
	 * The name of the feature in the catalogue.
	 * @return the name
	 */
	String feature();

	/**
	 * What became of it. Asked after the application has started, and again for every
	 * call of the endpoint; must be quick and thread-safe.
	 * @return the state
	 */
	default FeatureState state() {
		return FeatureState.ON;
	}

	/**
	 * Why it is not on, naming the bean or file of the application that it left the field
	 * to, or a remark on how it works.
	 * @return the reason, or {@code null} if there is nothing to say
	 */
	default @Nullable String reason() {
		return null;
	}

	/**
	 * The status of a feature that works.
	 * @param feature the name of the feature
	 * @return the status
	 */
	static FeatureStatus on(String feature) {
		return () -> feature;
	}

	/**
	 * The status of a feature that left the field to something of the application.
	 * @param feature the name of the feature
	 * @param reason names the bean or file
	 * @return the status
	 */
	static FeatureStatus backedOff(String feature, String reason) {
		return new FixedFeatureStatus(feature, FeatureState.BACKED_OFF, reason);
	}

	/**
	 * The status of a feature that has nothing to work on.
	 * @param feature the name of the feature
	 * @param reason names what is missing
	 * @return the status
	 */
	static FeatureStatus notApplicable(String feature, String reason) {
		return new FixedFeatureStatus(feature, FeatureState.NOT_APPLICABLE, reason);
	}

}
