package dev.mainstay.core.hardening.probe;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * How an application answers a probe. Immutable.
 *
 * @param reached whether the handler was found that the probe is for: one of the
 * application, which is not called, or one of Mainstay's, which is
 * @param status the status
 * @param headers the headers, whose names are in any case
 * @param body the body as text
 * @since 0.1.0
 */
public record ProbeAnswer(boolean reached, int status, Map<String, List<String>> headers, String body) {

	/**
	 * Copies the headers.
	 */
	public ProbeAnswer {
		Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		copy.putAll(headers);
		headers = copy;
	}

	/**
	 * Whether somebody has asked who calls, and turned the caller away.
	 * @return whether the answer says so
	 */
	public boolean isRefused() {
		return this.status == 401 || this.status == 403 || (this.status / 100 == 3 && header("Location") != null);
	}

	/**
	 * The first value of a header.
	 * @param name the name, in any case
	 * @return the value, {@code null} if there is no such header
	 */
	public @Nullable String header(String name) {
		List<String> values = this.headers.get(name);
		return (values != null && !values.isEmpty()) ? values.get(0) : null;
	}

	/**
	 * Whether a text is in the body or in a header.
	 * @param text the text
	 * @return whether it is
	 */
	public boolean contains(String text) {
		return Stream.concat(Stream.of(this.body), this.headers.values().stream().flatMap(List::stream))
			.collect(Collectors.joining("\n"))
			.contains(text);
	}

}
