package dev.mainstay.core.problem;

import java.util.List;
import java.util.function.Supplier;

import dev.mainstay.core.request.RequestExchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the {@link ForgedRequestListener listeners}. The web stacks call it. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ForgedRequests {

	private static final Logger logger = LoggerFactory.getLogger(ForgedRequests.class);

	private final Supplier<List<ForgedRequestListener>> listeners;

	/**
	 * Create it.
	 * @param listeners asked for the listeners with each request, so that they may be
	 * created after the server
	 */
	public ForgedRequests(Supplier<List<ForgedRequestListener>> listeners) {
		this.listeners = listeners;
	}

	/**
	 * Tell the listeners. Never throws.
	 * @param exchange the {@link RequestExchange#ATTRIBUTE attribute} with the exchange;
	 * anything else is an exchange that is not known
	 */
	public void tell(@Nullable Object exchange) {
		try {
			RequestExchange known = (exchange instanceof RequestExchange some) ? some : null;
			this.listeners.get().forEach((listener) -> listener.onForgedRequest(known));
		}
		catch (RuntimeException | LinkageError ex) {
			logger.warn("A listener failed when a request was refused that may be forged", ex);
		}
	}

}
