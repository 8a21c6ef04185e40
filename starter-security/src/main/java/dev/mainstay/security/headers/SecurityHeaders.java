package dev.mainstay.security.headers;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.request.HeaderField;
import dev.mainstay.core.request.ResponseCommitListener;
import dev.mainstay.core.request.ResponseHead;
import dev.mainstay.security.headers.HeaderValues.Policy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets the headers that keep a browser from misusing an answer, right before its head is
 * sent, so that whatever the application or its security has set is seen and wins.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class SecurityHeaders implements ResponseCommitListener {

	private static final Logger logger = LoggerFactory.getLogger(SecurityHeaders.class);

	private final Rule html;

	private final PlainPaths reportedOnly;

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
		this(html, PlainPaths.NONE, transportSecurity, enabled);
	}

	/**
	 * Create the headers.
	 * @param html the rule about pages and what they consist of
	 * @param reportedOnly below which paths the rule only reports where it is enforced
	 * @param transportSecurity whether browsers are told to come back over TLS only
	 * @param enabled whether any header is set: in an application that was processed
	 * ahead of time, a switch can only be read at run time
	 */
	public SecurityHeaders(Rule html, PlainPaths reportedOnly, boolean transportSecurity, boolean enabled) {
		this.html = html;
		this.reportedOnly = reportedOnly;
		this.transportSecurity = transportSecurity;
		this.enabled = enabled;
	}

	@Override
	public void beforeCommit(ResponseHead head) {
		if (!this.enabled) {
			return;
		}
		Rung rung = rung(head);
		ContentType type = ContentType.of(head);
		AnswerUse use = (rung == Rung.ENFORCE) ? AnswerUse.PROGRAM : AnswerUse.of(head);
		AnswerKind kind = AnswerKind.of(head, type, use);
		if (kind == AnswerKind.NOT_MODIFIED) {
			return;
		}
		boolean nosniff = use.allowsNosniff(type, head.status());
		if (nosniff) {
			head.setIfAbsent(HeaderValues.NOSNIFF);
		}
		if (this.transportSecurity) {
			head.setIfAbsent(HeaderValues.TLS_ONLY);
		}
		byKind(head, kind, rung);
		if (isSpared(head, kind, nosniff) || kind != AnswerKind.of(head, type, AnswerUse.PROGRAM)) {
			count();
		}
	}

	private void byKind(ResponseHead head, AnswerKind kind, Rung rung) {
		switch (kind) {
			case API -> api(head);
			case HTML -> html(head, rung);
			case OTHER -> head.setIfAbsent(HeaderValues.USUAL_REFERRER);
			default -> {
			}
		}
	}

	private void count() {
		if (this.html.isActive()) {
			this.html.applies();
		}
	}

	private Rung rung(ResponseHead head) {
		Rung rung = this.html.rung();
		return (rung == Rung.ENFORCE && this.reportedOnly.contain(head)) ? Rung.REPORT : rung;
	}

	/** Pages are counted where they are handled. */
	private static boolean isSpared(ResponseHead head, AnswerKind kind, boolean nosniff) {
		return !nosniff && kind != AnswerKind.HTML && head.header(HeaderValues.NOSNIFF.name()) == null;
	}

	private static void api(ResponseHead head) {
		head.setIfAbsent(HeaderValues.NO_REFERRER);
		enforce(head, HeaderValues.API_POLICY);
		head.setIfAbsent(HeaderValues.NO_OPENER);
		head.setIfAbsent(HeaderValues.NO_DEVICES);
		if (!isCacheable(head)) {
			head.setIfAbsent(HeaderValues.NO_STORE);
		}
		ownOrigin(head);
	}

	private void html(ResponseHead head, Rung rung) {
		head.setIfAbsent(HeaderValues.USUAL_REFERRER);
		if (rung == Rung.OFF || (rung == Rung.REPORT && head.header(HeaderValues.CSP) != null)) {
			return;
		}
		this.html.applies();
		if (rung == Rung.REPORT) {
			report(head);
			return;
		}
		enforce(head, HeaderValues.HTML_POLICY);
		head.setIfAbsent(HeaderValues.OPENER_OF_POPUPS);
		head.setIfAbsent(HeaderValues.NO_DEVICES);
		ownOrigin(head);
	}

	private void report(ResponseHead head) {
		head.setIfAbsent(of(head, HeaderValues.REPORTED_POLICY));
		if (this.html.rung() == Rung.REPORT && this.reported.compareAndSet(false, true)) {
			logger
				.info("Pages get {} only: browsers show in their console what {}=enforce would block. Nobody else sees "
						+ "it, so the rule counts the pages without a policy of their own, not what they would lose.",
						HeaderValues.CSP_REPORT_ONLY, this.html.property());
		}
	}

	private static void enforce(ResponseHead head, Policy policy) {
		String own = head.header(HeaderValues.CSP);
		if (own == null) {
			head.setIfAbsent(of(head, policy));
		}
		if (own == null || !own.toLowerCase(Locale.ROOT).contains("frame-ancestors")) {
			head.setIfAbsent(HeaderValues.NO_FRAMES);
		}
	}

	/** Whoever lets an answer be framed by the old header means it by the new one too. */
	private static HeaderField of(ResponseHead head, Policy policy) {
		String frames = head.header(HeaderValues.NO_FRAMES.name());
		return (frames == null || frames.equalsIgnoreCase("DENY")) ? policy.unframed() : policy.framed();
	}

	/**
	 * An answer that is shared by CORS, or that is a file, may be used by other sites.
	 */
	private static void ownOrigin(ResponseHead head) {
		if (head.header("Access-Control-Allow-Origin") == null && !isFile(head)) {
			head.setIfAbsent(HeaderValues.OWN_ORIGIN);
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
