package dev.mainstay.observability.masking;

/**
 * Recognises one kind of secret. Called for every position of a text at which one of its
 * trigger characters stands; a letter is a trigger only where no letter or digit stands
 * before it, a digit only where no digit does.
 * <p>
 * To keep masking linear, an implementation may look a bounded number of characters
 * around, and further only over what it then returns or what cannot trigger it again.
 */
interface Recognizer {

	/**
	 * What is counted for a secret of this kind.
	 */
	MaskingRule rule();

	/**
	 * The characters, all of them ASCII, at which a secret of this kind can be
	 * recognised.
	 */
	String triggers();

	/**
	 * The {@link Region} to be masked, or {@link Region#NONE}. It ends behind the
	 * position, or at it; one that starts before what has been masked already counts as
	 * none.
	 */
	long find(CharSequence text, int at);

}
