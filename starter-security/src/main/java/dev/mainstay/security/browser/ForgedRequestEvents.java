package dev.mainstay.security.browser;

import dev.mainstay.core.problem.ForgedRequestListener;
import dev.mainstay.core.request.RequestExchange;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what Spring Security refuses because the proof is missing that it is not
 * forged. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ForgedRequestEvents implements ForgedRequestListener {

	private final BrowserEvents events;

	/**
	 * Create it.
	 * @param events publishes it
	 */
	public ForgedRequestEvents(BrowserEvents events) {
		this.events = events;
	}

	@Override
	public void onForgedRequest(@Nullable RequestExchange exchange) {
		this.events.missingProof(exchange);
	}

}
