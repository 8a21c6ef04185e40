package dev.mainstay.security.browser;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.request.RequestExchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds requests that would change something in a user's name and come from a page of
 * another site. The web stacks ask it, and the application's CORS besides. Thread-safe.
 * <p>
 * The algorithm is that of {@code CrossOriginProtection} in the package {@code net/http}
 * of Go 1.25: what changes nothing passes; {@code Sec-Fetch-Site} decides where it was
 * sent, then {@code Origin} against the host asked for, and what has neither comes from
 * no browser. It needs no token and no state. Different are: only credentials that a
 * browser adds by itself are guarded; a value of {@code Sec-Fetch-Site} that is not known
 * counts as none, as Fetch Metadata asks for; {@code TRACE} changes nothing; the
 * handshake of a web socket does, as all that comes after it is unseen.
 *
 * @since 0.1.0
 */
public final class CrossSiteProtection {

	/**
	 * The name of the rule.
	 */
	public static final String RULE = "security.browser.cross-site";

	private static final Logger logger = LoggerFactory.getLogger(CrossSiteProtection.class);

	private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

	private static final String ORIGIN = "Origin";

	private static final String SITE = "Sec-Fetch-Site";

	private final Rule rule;

	private final TrustedOrigins trusted;

	private final BrowserEvents events;

	private final AtomicBoolean said = new AtomicBoolean();

	/**
	 * Create the protection.
	 * @param rule the rule, on its rung
	 * @param trusted the origins that may
	 * @param events told of what is refused
	 */
	public CrossSiteProtection(Rule rule, TrustedOrigins trusted, BrowserEvents events) {
		this.rule = rule;
		this.trusted = trusted;
		this.events = events;
	}

	/**
	 * Whether there is anything to look at.
	 * @return whether the rule is on any rung but off
	 */
	public boolean isActive() {
		return this.rule.isActive();
	}

	/**
	 * Whether a request is to be refused unless the application's CORS allows it.
	 * @param request the request
	 * @return whether it comes from another site, would change something, and carries
	 * what a browser adds by itself
	 */
	public boolean isSuspect(BrowserRequest request) {
		if (!changesSomething(request) || !isForeign(request) || !AmbientCredentials.areIn(request)) {
			return false;
		}
		String origin = request.header(ORIGIN);
		return origin == null || !this.trusted.contain(Origin.parse(origin));
	}

	private static boolean changesSomething(BrowserRequest request) {
		return !SAFE.contains(request.method()) || isHandshake(request);
	}

	/**
	 * Whether a request is the handshake of a web socket.
	 * @param request the request
	 * @return whether it asks for an upgrade to one
	 */
	public static boolean isHandshake(BrowserRequest request) {
		return "GET".equals(request.method()) && "websocket".equalsIgnoreCase(request.header("Upgrade"));
	}

	/** Whether a page of another site has sent it, as far as that can be seen. */
	static boolean isForeign(BrowserRequest request) {
		String site = request.header(SITE);
		if (site != null) {
			switch (site) {
				case "same-origin", "none" -> {
					return false;
				}
				case "same-site", "cross-site" -> {
					return true;
				}
				default -> {
				}
			}
		}
		String text = request.header(ORIGIN);
		if (text == null) {
			return false;
		}
		Origin origin = Origin.parse(text);
		return origin == null || !AskedHosts.contain(origin, request);
	}

	/**
	 * Called when a suspect request is allowed by nobody: counts it, and tells of it if
	 * it is refused.
	 * @param request the request
	 * @param route the template of its handler, {@code null} if it has none
	 * @param exchange the exchange, {@code null} if it is not known
	 * @return whether the request has to be refused
	 */
	public boolean refuses(BrowserRequest request, @Nullable String route, @Nullable RequestExchange exchange) {
		String subject = subject(request, route);
		if (!this.rule.broken(subject)) {
			return false;
		}
		if (this.said.compareAndSet(false, true)) {
			logger
				.warn("A request to {} was refused as it comes from another site ({}). If its pages may do that, name "
						+ "them in mainstay.security.browser.trusted-origins or allow them in the application's CORS; a "
						+ "proxy that changes the Host belongs to mainstay.trusted-proxies. Further ones are only counted.",
						subject, BrowserEvents.printable(request.header(ORIGIN)));
		}
		this.events.crossSite(request, route, exchange);
		return true;
	}

	private static String subject(BrowserRequest request, @Nullable String route) {
		if (route == null) {
			return "a path without a handler";
		}
		return METHODS.contains(request.method()) ? request.method() + " " + route : route;
	}

}
