package dev.mainstay.security.headers;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.request.ResponseCommitListener;
import dev.mainstay.core.request.ResponseHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets the headers that keep a browser from misusing an answer, right before its head is
 * sent, so that whatever the application or its security has set is seen and wins. The
 * values are those with which the HTTP Observatory gives its best grade. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SecurityHeaders implements ResponseCommitListener {

	private static final Logger logger = LoggerFactory.getLogger(SecurityHeaders.class);

	private static final String CSP = "Content-Security-Policy";

	private static final String CSP_REPORT_ONLY = "Content-Security-Policy-Report-Only";

	private static final String NOSNIFF = "X-Content-Type-Options";

	private static final String FRAME_OPTIONS = "X-Frame-Options";

	private static final String NO_FRAMES = "; frame-ancestors 'none'";

	private static final String API_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'";

	private static final String HTML_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; "
			+ "form-action 'self'; img-src 'self' data:; script-src 'self'; style-src 'self'";

	private static final String PERMISSIONS = "accelerometer=(), camera=(), geolocation=(), microphone=(), "
			+ "payment=(), usb=(), browsing-topics=()";

	/**
	 * Binds a browser for a year, on all ports of the host and its subdomains. Browsers
	 * ignore it where they did not use TLS (RFC 6797, 8.1).
	 */
	private static final String TLS_ONLY = "max-age=31536000; includeSubDomains";

	private final Rule html;

	private final boolean transportSecurity;

	private final boolean enabled;

	private final AtomicBoolean reported = new AtomicBoolean();

	/**
	 * Create the headers.
	 * @param html the rule about pages and what they consist of
	 * @param transportSecurity whether browsers are told to come back over TLS only
	 * @param enabled whether any header is set: in an application that was processed
	 * ahead of time, a switch can only be read at run time
	 */
	public SecurityHeaders(Rule html, boolean transportSecurity, boolean enabled) {
		this.html = html;
		this.transportSecurity = transportSecurity;
		this.enabled = enabled;
	}

	@Override
	public void beforeCommit(ResponseHead head) {
		ContentType type = ContentType.of(head);
		AnswerUse use = (this.html.rung() == Rung.ENFORCE) ? AnswerUse.PROGRAM : AnswerUse.of(head);
		AnswerKind kind = AnswerKind.of(head, type, use);
		if (!this.enabled || kind == AnswerKind.NOT_MODIFIED) {
			return;
		}
		if (use.allowsNosniff(type, head.status())) {
			head.setHeaderIfAbsent(NOSNIFF, "nosniff");
		}
		if (this.transportSecurity) {
			head.setHeaderIfAbsent("Strict-Transport-Security", TLS_ONLY);
		}
		switch (kind) {
			case API -> api(head);
			case HTML -> html(head);
			case OTHER -> head.setHeaderIfAbsent("Referrer-Policy", "strict-origin-when-cross-origin");
			default -> {
			}
		}
		countWhatWasSpared(head, kind, AnswerKind.of(head, type, AnswerUse.PROGRAM));
	}

	/** Pages are counted where they are handled. */
	private void countWhatWasSpared(ResponseHead head, AnswerKind kind, AnswerKind strict) {
		boolean spared = kind != strict || (kind != AnswerKind.HTML && head.header(NOSNIFF) == null);
		if (spared && this.html.isActive()) {
			this.html.applies();
		}
	}

	private void api(ResponseHead head) {
		head.setHeaderIfAbsent("Referrer-Policy", "no-referrer");
		enforce(head, API_POLICY);
		head.setHeaderIfAbsent("Cross-Origin-Opener-Policy", "same-origin");
		head.setHeaderIfAbsent("Permissions-Policy", PERMISSIONS);
		if (!isCacheable(head)) {
			head.setHeaderIfAbsent("Cache-Control", "no-store");
		}
		ownOrigin(head);
	}

	private void html(ResponseHead head) {
		head.setHeaderIfAbsent("Referrer-Policy", "strict-origin-when-cross-origin");
		if (!this.html.isActive() || (this.html.rung() == Rung.REPORT && head.header(CSP) != null)) {
			return;
		}
		if (!this.html.applies()) {
			report(head);
			return;
		}
		enforce(head, HTML_POLICY);
		head.setHeaderIfAbsent("Cross-Origin-Opener-Policy", "same-origin-allow-popups");
		head.setHeaderIfAbsent("Permissions-Policy", PERMISSIONS);
		ownOrigin(head);
	}

	private void report(ResponseHead head) {
		head.setHeaderIfAbsent(CSP_REPORT_ONLY, policy(head, HTML_POLICY));
		if (this.reported.compareAndSet(false, true)) {
			logger
				.info("Pages get {} only: browsers show in their console what {}=enforce would block. Nobody else sees "
						+ "it, so the rule counts the pages without a policy of their own, not what they would lose.",
						CSP_REPORT_ONLY, this.html.property());
		}
	}

	private static void enforce(ResponseHead head, String policy) {
		String own = head.header(CSP);
		if (own == null) {
			head.setHeader(CSP, policy(head, policy));
		}
		if (own == null || !own.toLowerCase(Locale.ROOT).contains("frame-ancestors")) {
			head.setHeaderIfAbsent(FRAME_OPTIONS, "DENY");
		}
	}

	/** Whoever lets an answer be framed by the old header means it by the new one too. */
	private static String policy(ResponseHead head, String policy) {
		String frames = head.header(FRAME_OPTIONS);
		return (frames == null || frames.equalsIgnoreCase("DENY")) ? policy + NO_FRAMES : policy;
	}

	/**
	 * An answer that is shared by CORS, or that is a file, may be used by other sites.
	 */
	private static void ownOrigin(ResponseHead head) {
		if (head.header("Access-Control-Allow-Origin") == null && !isFile(head)) {
			head.setHeaderIfAbsent("Cross-Origin-Resource-Policy", "same-origin");
		}
	}

	private static boolean isCacheable(ResponseHead head) {
		return isFile(head) || head.header("ETag") != null || head.header("Expires") != null
				|| head.header("Pragma") != null;
	}

	private static boolean isFile(ResponseHead head) {
		return head.header("Last-Modified") != null || head.header("Accept-Ranges") != null;
	}

}
