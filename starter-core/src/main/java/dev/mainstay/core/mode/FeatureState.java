package dev.mainstay.core.mode;

/**
 * What became of a feature in this application.
 *
 * @since 0.1.0
 */
public enum FeatureState {

	/**
	 * It works.
	 */
	ON,

	/**
	 * It is switched off by its property.
	 */
	OFF,

	/**
	 * It leaves the field to something that the application has.
	 */
	BACKED_OFF,

	/**
	 * There is nothing here that it could work on.
	 */
	NOT_APPLICABLE

}
