package dev.mainstay.security.headers;

import dev.mainstay.core.request.HeaderField;

/**
 * The headers that are set, with the values with which the HTTP Observatory gives its
 * best grade.
 */
final class HeaderValues {

	static final String CSP = "Content-Security-Policy";

	static final String CSP_REPORT_ONLY = "Content-Security-Policy-Report-Only";

	static final HeaderField NOSNIFF = HeaderField.of("X-Content-Type-Options", "nosniff");

	/**
	 * Binds a browser for a year, on all ports of the host and its subdomains. Browsers
	 * ignore it where they did not use TLS (RFC 6797, 8.1).
	 */
	static final HeaderField TLS_ONLY = HeaderField.of("Strict-Transport-Security",
			"max-age=31536000; includeSubDomains");

	static final HeaderField NO_REFERRER = HeaderField.of("Referrer-Policy", "no-referrer");

	static final HeaderField USUAL_REFERRER = NO_REFERRER.with("strict-origin-when-cross-origin");

	static final HeaderField NO_FRAMES = HeaderField.of("X-Frame-Options", "DENY");

	static final HeaderField NO_OPENER = HeaderField.of("Cross-Origin-Opener-Policy", "same-origin");

	static final HeaderField OPENER_OF_POPUPS = NO_OPENER.with("same-origin-allow-popups");

	static final HeaderField OWN_ORIGIN = HeaderField.of("Cross-Origin-Resource-Policy", "same-origin");

	static final HeaderField NO_DEVICES = HeaderField.of("Permissions-Policy",
			"accelerometer=(), camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");

	static final HeaderField NO_STORE = HeaderField.of("Cache-Control", "no-store");

	static final Policy API_POLICY = Policy.of(CSP, "default-src 'none'; base-uri 'none'; form-action 'none'");

	/**
	 * Names each kind of part, so that what a browser learns to load later is not allowed
	 * before somebody has thought of it. Frames and workers are the children: Safari
	 * before 15.5 knows no word for workers alone.
	 */
	private static final String OF_PAGES = "default-src 'none'; object-src 'none'; child-src 'self'; "
			+ "connect-src 'self'; font-src 'self'; img-src 'self' data:; manifest-src 'self'; "
			+ "media-src 'self'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'self'";

	static final Policy HTML_POLICY = Policy.of(CSP, OF_PAGES);

	static final Policy REPORTED_POLICY = Policy.of(CSP_REPORT_ONLY, OF_PAGES);

	private HeaderValues() {
	}

	/**
	 * A policy about what an answer may load.
	 *
	 * @param framed without a word about frames
	 * @param unframed with the word that no site may show it in one
	 */
	record Policy(HeaderField framed, HeaderField unframed) {

		private static Policy of(String name, String policy) {
			HeaderField framed = HeaderField.of(name, policy);
			return new Policy(framed, framed.with(policy + "; frame-ancestors 'none'"));
		}

	}

}
