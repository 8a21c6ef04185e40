package dev.mainstay.tests.harness;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What docs/day-one.md and docs/security.md announce to add to answers that the
 * application gives itself, with its values and where it is added. Said anew here, so
 * that it is not what the code happens to do.
 */
public enum Additions {

	/** What may be added with nothing configured. */
	REPORT,

	/** What may be added when everything is enforced. */
	ENFORCE;

	/** On every answer: ids, and what became of a key that was sent. */
	private static final Map<String, Pattern> ANYWHERE = Map.of("x-request-id", Pattern.compile("[^\\s,]+"),
			"traceresponse", Pattern.compile("…"), "idempotency-status",
			Pattern.compile("created|replayed|unprotected|ignored"), "idempotency-expires", Pattern.compile("…"),
			"idempotent-replayed", Pattern.compile("true"));

	private static final String API_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'";

	private static final String PAGE_POLICY = "default-src 'none'; object-src 'none'; child-src 'self'; "
			+ "connect-src 'self'; font-src 'self'; img-src 'self' data:; manifest-src 'self'; "
			+ "media-src 'self'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'self'";

	private static final String PERMISSIONS = "accelerometer=(), camera=(), geolocation=(), microphone=(), payment=(), "
			+ "usb=(), browsing-topics=()";

	/**
	 * What is added by the arguments of an application.
	 * @param arguments the arguments
	 * @return the additions that they announce
	 */
	static Additions by(String... arguments) {
		return Stream.of(arguments).anyMatch("--mainstay.mode=enforce"::equals) ? ENFORCE : REPORT;
	}

	/**
	 * An answer without what is announced to be added to it. A header field that the
	 * application had before, or whose value or place nobody has announced, is left.
	 * @param after the answer with Mainstay
	 * @param before the answer without it
	 * @return what is left, equal to the other one if nothing else was changed
	 */
	public Answer takenFrom(Answer after, Answer before) {
		Map<String, String> announced = headers(after, before);
		Map<String, String> left = new TreeMap<>(after.headers());
		left.entrySet()
			.removeIf((field) -> !before.headers().containsKey(field.getKey())
					&& (field.getValue().equals(announced.get(field.getKey()))
							|| isAnywhere(field.getKey(), field.getValue())));
		if (this == ENFORCE && before.headers().containsKey("set-cookie")) {
			left.computeIfPresent("set-cookie", (name, cookie) -> withoutSameSite(cookie, before.headers().get(name)));
		}
		return new Answer(after.status(), left, after.body());
	}

	/**
	 * What the application said of sites itself is not taken away. Netty spells its
	 * attributes otherwise, which says the same.
	 */
	private static String withoutSameSite(String after, String before) {
		return after.equalsIgnoreCase(before + "; SameSite=Lax") ? before : after;
	}

	private static boolean isAnywhere(String name, String value) {
		return ANYWHERE.containsKey(name) && ANYWHERE.get(name).matcher(value).matches();
	}

	private Map<String, String> headers(Answer after, Answer before) {
		Map<String, String> headers = new TreeMap<>();
		MediaKind kind = MediaKind.of(after, before);
		if (kind == MediaKind.NOT_MODIFIED) {
			return headers;
		}
		headers.put("x-content-type-options", "nosniff");
		switch (kind) {
			case DATA -> data(headers, before);
			case PAGE -> page(headers, before);
			case FILE -> headers.put("referrer-policy", "strict-origin-when-cross-origin");
			default -> {
			}
		}
		return headers;
	}

	private static void data(Map<String, String> headers, Answer before) {
		headers.put("referrer-policy", "no-referrer");
		headers.put("cross-origin-opener-policy", "same-origin");
		enforced(headers, before, API_POLICY);
		if (!isFile(before) && !before.hasAny("etag", "expires", "pragma")) {
			headers.put("cache-control", "no-store");
		}
	}

	private void page(Map<String, String> headers, Answer before) {
		headers.put("referrer-policy", "strict-origin-when-cross-origin");
		if (this == ENFORCE) {
			headers.put("cross-origin-opener-policy", "same-origin-allow-popups");
			enforced(headers, before, PAGE_POLICY);
		}
		else if (!before.hasAny("content-security-policy")) {
			headers.put("content-security-policy-report-only", policy(before, PAGE_POLICY));
		}
	}

	private static void enforced(Map<String, String> headers, Answer before, String policy) {
		headers.put("permissions-policy", PERMISSIONS);
		headers.put("content-security-policy", policy(before, policy));
		if (!before.headers().getOrDefault("content-security-policy", "").contains("frame-ancestors")) {
			headers.put("x-frame-options", "DENY");
		}
		if (!isFile(before) && !before.hasAny("access-control-allow-origin")) {
			headers.put("cross-origin-resource-policy", "same-origin");
		}
	}

	private static String policy(Answer before, String policy) {
		boolean framed = !before.headers().getOrDefault("x-frame-options", "DENY").equalsIgnoreCase("DENY");
		return framed ? policy : policy + "; frame-ancestors 'none'";
	}

	private static boolean isFile(Answer before) {
		return before.hasAny("last-modified", "accept-ranges");
	}

}
