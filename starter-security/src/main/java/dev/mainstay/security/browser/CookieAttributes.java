package dev.mainstay.security.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.request.ResponseCommitListener;
import dev.mainstay.core.request.ResponseHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds the attributes to cookies that nobody has set, right before the head of an answer
 * is sent: {@code SameSite=Lax}, {@code Secure} where browsers come by https, and
 * {@code HttpOnly} to those that stand for a user. What is set wins. Thread-safe.
 *
 * @since 0.1.0
 */
public final class CookieAttributes implements ResponseCommitListener {

	/**
	 * The name of the rule.
	 */
	public static final String RULE = "security.browser.cookies";

	private static final Logger logger = LoggerFactory.getLogger(CookieAttributes.class);

	private static final String SET_COOKIE = "Set-Cookie";

	private static final String LAX = "; " + SetCookie.SAME_SITE + "=Lax";

	/** Names come from the application; the bound is for the case that not. */
	private static final int MAX_NAMES = 20;

	private final Rule rule;

	private final CookieSettings settings;

	private final Set<String> reported = ConcurrentHashMap.newKeySet();

	/**
	 * Create the listener.
	 * @param rule the rule on cookies, on its rung
	 * @param settings what is known of the cookies of the application
	 */
	public CookieAttributes(Rule rule, CookieSettings settings) {
		this.rule = rule;
		this.settings = settings;
	}

	@Override
	public void beforeCommit(ResponseHead head) {
		if (this.rule.isActive() && head.header(SET_COOKIE) != null) {
			complete(head);
		}
	}

	private void complete(ResponseHead head) {
		List<String> values = head.headers(SET_COOKIE);
		List<String> completed = new ArrayList<>(values.size());
		for (String value : values) {
			SetCookie cookie = SetCookie.parse(value);
			String missing = (cookie != null) ? missing(cookie, head) : "";
			completed.add(value + missing);
			if (cookie != null && !missing.isEmpty() && this.rule.rung() == Rung.REPORT) {
				report(cookie, missing);
			}
		}
		if (!completed.equals(values) && this.rule.applies()) {
			head.setHeaders(SET_COOKIE, completed);
		}
	}

	private String missing(SetCookie cookie, ResponseHead head) {
		StringBuilder missing = new StringBuilder();
		if (!cookie.has(SetCookie.SAME_SITE) && !cookie.isPartitioned()
				&& !this.settings.crossSite().test(cookie.name())) {
			missing.append(LAX);
		}
		if (!cookie.has(SetCookie.SECURE) && isHttps(head)) {
			missing.append("; ").append(SetCookie.SECURE);
		}
		if (!cookie.has(SetCookie.HTTP_ONLY) && this.settings.sessionCookies().contains(cookie.name())) {
			missing.append("; ").append(SetCookie.HTTP_ONLY);
		}
		return missing.toString();
	}

	private boolean isHttps(ResponseHead head) {
		return this.settings.https() || head.secure()
				|| (this.settings.forwarded() && ForwardedScheme.isHttps(head::requestHeader));
	}

	private void report(SetCookie cookie, String missing) {
		if (this.reported.size() < MAX_NAMES && this.reported.add(cookie.name())) {
			logger.info(
					"The cookie {} would get '{}'. It is sent as it is because the rule reports; set {}=enforce to "
							+ "add what is missing, or off to stop looking. Further ones are only counted.",
					cookie.name(), missing.substring(2), this.rule.property());
		}
	}

}
