package dev.mainstay.resilience.idempotency.servlet;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

import org.springframework.http.HttpStatus;

/**
 * Parses the body of a form post, which the container does not do once somebody else has
 * read the body.
 */
final class FormParameters {

	/** Far above an honest form; Tomcat stops at 1,000 by default. */
	private static final int MAX_PARAMETERS = 10_000;

	private FormParameters() {
	}

	/**
	 * Add the parameters of a body to those of the query, which come first.
	 */
	static Map<String, String[]> merge(Map<String, String[]> query, byte[] body, Charset charset) {
		Map<String, List<String>> merged = new LinkedHashMap<>();
		query.forEach((name, values) -> merged.put(name, new ArrayList<>(List.of(values))));
		// Percent-encoding is ASCII; what is not encoded survives in this charset.
		StringTokenizer pairs = new StringTokenizer(new String(body, StandardCharsets.ISO_8859_1), "&");
		for (int i = 0; pairs.hasMoreTokens(); i++) {
			if (i == MAX_PARAMETERS) {
				throw new UnreadableFormException(HttpStatus.CONTENT_TOO_LARGE, "Too many parameters", null);
			}
			add(merged, pairs.nextToken(), charset);
		}
		Map<String, String[]> result = new LinkedHashMap<>();
		merged.forEach((name, values) -> result.put(name, values.toArray(String[]::new)));
		return result;
	}

	private static void add(Map<String, List<String>> parameters, String pair, Charset charset) {
		int equals = pair.indexOf('=');
		String name = decode((equals < 0) ? pair : pair.substring(0, equals), charset);
		String value = (equals < 0) ? "" : decode(pair.substring(equals + 1), charset);
		parameters.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value);
	}

	private static String decode(String text, Charset charset) {
		String raw = new String(text.getBytes(StandardCharsets.ISO_8859_1), charset);
		try {
			return URLDecoder.decode(raw, charset);
		}
		catch (IllegalArgumentException ex) {
			throw new UnreadableFormException(HttpStatus.BAD_REQUEST, "Malformed form", ex);
		}
	}

}
