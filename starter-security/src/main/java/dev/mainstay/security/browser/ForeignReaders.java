package dev.mainstay.security.browser;

import dev.mainstay.core.request.ResponseCommitListener;
import dev.mainstay.core.request.ResponseHead;
import dev.mainstay.core.request.TrustedProxies;

/**
 * Publishes what the application's CORS refuses. Spring refuses with 403 and says that
 * this depends on what was asked, but not that the origin may read it. It says so of
 * every answer where there is any CORS, and browsers send an origin with what they change
 * at home, too: a user who may not do something is no foreign reader. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ForeignReaders implements ResponseCommitListener {

	private static final int FORBIDDEN = 403;

	private static final String ORIGIN = "Origin";

	private static final String ASKED = "Access-Control-Request-Method";

	private final BrowserEvents events;

	private final TrustedProxies proxies;

	/**
	 * Create it.
	 * @param events publishes it
	 * @param proxies the proxies whose word is taken on which host was asked for
	 */
	public ForeignReaders(BrowserEvents events, TrustedProxies proxies) {
		this.events = events;
		this.proxies = proxies;
	}

	@Override
	public void beforeCommit(ResponseHead head) {
		if (head.status() != FORBIDDEN) {
			return;
		}
		String origin = head.requestHeader(ORIGIN);
		if (origin != null && head.header("Access-Control-Allow-Origin") == null
				&& head.headers("Vary").stream().anyMatch((value) -> value.contains(ASKED))
				&& CrossSiteProtection.isForeign(new AnsweredRequest(head, this.proxies))) {
			this.events.foreignReader(origin, head.exchange());
		}
	}

}
