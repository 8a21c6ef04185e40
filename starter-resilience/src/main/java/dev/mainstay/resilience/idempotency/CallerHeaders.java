package dev.mainstay.resilience.idempotency;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The headers by which callers are told apart whom the application does not know by name.
 * What they say is digested at once, and never logged. Thread-safe.
 *
 * @since 0.1.0
 */
public final class CallerHeaders {

	/**
	 * Stands for the id of the session rather than for the whole header: other cookies
	 * change from one attempt to the next.
	 */
	public static final String COOKIE = "Cookie";

	private final List<String> names;

	/**
	 * Create it.
	 * @param names the names of the headers, in any case
	 */
	public CallerHeaders(List<String> names) {
		this.names = names.stream().map((name) -> name.toLowerCase(Locale.ROOT)).sorted().distinct().toList();
	}

	/**
	 * The caller of a request that has no principal. Called once for each request with a
	 * key.
	 * @param header gives the values of a header, an empty list if it is not there
	 * @param session the ids of the session, an empty list if there is none
	 * @return the caller
	 */
	public Caller anonymous(Function<String, List<String>> header, List<String> session) {
		Sha256 digest = new Sha256();
		boolean known = false;
		for (String name : this.names) {
			List<String> values = COOKIE.equalsIgnoreCase(name) ? session : header.apply(name);
			if (!values.isEmpty()) {
				digest.add(name).add(Integer.toString(values.size()));
				values.forEach(digest::add);
				known = true;
			}
		}
		return Caller.anonymous(known ? digest.end() : null);
	}

}
