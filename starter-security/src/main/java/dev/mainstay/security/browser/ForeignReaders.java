package dev.mainstay.security.browser;

import dev.mainstay.core.request.ResponseCommitListener;
import dev.mainstay.core.request.ResponseHead;

/**
 * Publishes what the application's CORS refuses. Spring refuses with 403 and says that
 * this depends on what was asked, but not that the origin may read it. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ForeignReaders implements ResponseCommitListener {

	private static final int FORBIDDEN = 403;

	private static final String ASKED = "Access-Control-Request-Method";

	private final BrowserEvents events;

	/**
	 * Create it.
	 * @param events publishes it
	 */
	public ForeignReaders(BrowserEvents events) {
		this.events = events;
	}

	@Override
	public void beforeCommit(ResponseHead head) {
		if (head.status() == FORBIDDEN && head.requestHeader("Origin") != null
				&& head.header("Access-Control-Allow-Origin") == null
				&& head.headers("Vary").stream().anyMatch((value) -> value.contains(ASKED))) {
			this.events.foreignReader(head.requestHeader("Origin"));
		}
	}

}
