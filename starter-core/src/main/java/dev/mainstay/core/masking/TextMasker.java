package dev.mainstay.core.masking;

/**
 * Masks secrets in a text before it is written to a place that people or other systems
 * read. Called on the thread that writes, for every such text, so it must be thread-safe,
 * linear in the length of the text, and must never throw.
 * <p>
 * The observability starter provides the implementation; without it nothing is masked.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TextMasker {

	/**
	 * Return the text with every secret in it replaced.
	 * @param text the text as the application produced it
	 * @return the masked text, or the same instance if there was nothing to mask
	 */
	String mask(String text);

	/**
	 * The text of a value that goes back to whoever called, with every secret in it
	 * replaced. Called for the texts and objects of a problem; differs from {@link #mask}
	 * in that a masker may know which parts of an object are secret, and leave what the
	 * caller has sent and relies on, such as e-mail addresses.
	 * @param value a text, or an object that is told by its text
	 * @return the masked text
	 */
	default String maskForCaller(Object value) {
		return mask(String.valueOf(value));
	}

	/**
	 * The safe default where no masking is installed.
	 * @return a masker that returns every text unchanged
	 */
	static TextMasker none() {
		return (text) -> text;
	}

}
