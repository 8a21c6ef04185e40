package dev.mainstay.observability.telemetry;

import dev.mainstay.observability.masking.MaskingEngine;

/**
 * Masks the values of attributes, by what they are called too where the masker can.
 * Called for each value before it is exported; thread-safe as the masker is.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ValueMasker {

	/**
	 * Return the value with every secret in it replaced.
	 * @param key the key, empty for a text that has none
	 * @param value the value
	 * @return the masked value, or the same instance if there was nothing to mask
	 */
	String mask(String key, String value);

	/**
	 * Mask values by an engine.
	 * @param engine the engine
	 * @return the masker of values
	 */
	static ValueMasker of(MaskingEngine engine) {
		return engine::mask;
	}

}
