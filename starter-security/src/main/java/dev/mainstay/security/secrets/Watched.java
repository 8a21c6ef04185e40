package dev.mainstay.security.secrets;

/**
 * Something whose files may change while the application runs.
 *
 * @since 0.1.0
 */
public interface Watched {

	/**
	 * How many there are to look at. Asked once, when the application starts.
	 * @return the number, zero if there is nothing to look at
	 */
	int size();

	/**
	 * What is looked at, for the operator.
	 * @return a noun with its number, such as {@code 2 SSL bundles}
	 */
	String describe();

	/**
	 * Look whether anything has changed, and read it again if so. Called again and again
	 * by one thread.
	 */
	void look();

}
