package dev.mainstay.security.browser;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The other origins whose pages may change something here in a user's name. Immutable and
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class TrustedOrigins {

	private final Set<String> origins;

	private TrustedOrigins(Set<String> origins) {
		this.origins = origins;
	}

	/**
	 * Trust some origins.
	 * @param origins the origins, such as {@code https://shop.example}
	 * @return the trusted origins
	 * @throws IllegalArgumentException if one of them is not the origin of a page, with
	 * the value in the message
	 */
	public static TrustedOrigins of(List<String> origins) {
		return new TrustedOrigins(origins.stream().map(TrustedOrigins::parse).collect(Collectors.toUnmodifiableSet()));
	}

	private static String parse(String text) {
		Origin origin = Origin.parse(text);
		if (origin == null || origin.authority().contains("*")) {
			throw new IllegalArgumentException("'" + text + "' is not the origin of a page");
		}
		return origin.toString();
	}

	boolean contain(@Nullable Origin origin) {
		return origin != null && this.origins.contains(origin.toString());
	}

}
