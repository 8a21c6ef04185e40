package dev.mainstay.tests.harness;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The columns of the table in docs/security.md, and what it says below.
 */
enum MediaKind {

	DATA, PAGE, FILE, REDIRECT, NOT_MODIFIED;

	private static final Pattern PAGES = Pattern.compile("text/html|application/xhtml\\+xml");

	private static final Pattern PICTURES = Pattern.compile("image/.*");

	private static final Pattern DATA_TYPES = Pattern.compile(".*/json|.*\\+json|application/x-ndjson|"
			+ "application/json-seq|text/event-stream|application/cbor|.*msgpack|.*smile|.*protobuf|.*/xml|.*\\+xml");

	static MediaKind of(Answer after, Answer before) {
		String type = after.headers().getOrDefault("content-type", "").replaceFirst(";.*", "").toLowerCase(Locale.ROOT);
		if (after.status() == 304) {
			return NOT_MODIFIED;
		}
		if (after.status() >= 300 && after.status() < 400) {
			return REDIRECT;
		}
		if (PAGES.matcher(type).matches()) {
			return (after.status() >= 400 && forbidsItselfEverything(before)) ? DATA : PAGE;
		}
		boolean errorText = after.status() >= 400 && (type.isEmpty() || type.equals("text/plain"));
		return (errorText || isData(after, type)) ? DATA : FILE;
	}

	private static boolean isData(Answer after, String type) {
		String disposition = after.headers().getOrDefault("content-disposition", "").toLowerCase(Locale.ROOT);
		return DATA_TYPES.matcher(type).matches() && !PICTURES.matcher(type).matches()
				&& !disposition.startsWith("attachment");
	}

	private static boolean forbidsItselfEverything(Answer before) {
		String policy = before.headers().getOrDefault("content-security-policy", "");
		return policy.matches("default-src 'none'(?!.*-src).*frame-ancestors 'none'.*");
	}

}
