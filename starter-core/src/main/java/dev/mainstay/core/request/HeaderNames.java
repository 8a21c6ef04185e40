package dev.mainstay.core.request;

/**
 * The names of the headers of a request, compared where the server keeps them: it need
 * not make a text of each only for the sake of a question.
 *
 * @since 0.1.0
 */
public interface HeaderNames {

	/**
	 * Whether a header was received.
	 * @param name the name, in any case
	 * @return whether there is one of that name
	 */
	boolean contains(String name);

	/**
	 * Whether a header of a family was received.
	 * @param prefix how the name begins, in any case
	 * @return whether there is one whose name begins so
	 */
	boolean containsPrefix(String prefix);

	/**
	 * The names where they are texts already.
	 * @param names the names
	 * @return the same, to be asked
	 */
	static HeaderNames of(Iterable<String> names) {
		return new HeaderNames() {

			@Override
			public boolean contains(String name) {
				for (String candidate : names) {
					if (candidate.equalsIgnoreCase(name)) {
						return true;
					}
				}
				return false;
			}

			@Override
			public boolean containsPrefix(String prefix) {
				for (String candidate : names) {
					if (candidate.regionMatches(true, 0, prefix, 0, prefix.length())) {
						return true;
					}
				}
				return false;
			}

		};
	}

}
