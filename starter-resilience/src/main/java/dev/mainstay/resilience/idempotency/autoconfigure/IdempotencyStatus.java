package dev.mainstay.resilience.idempotency.autoconfigure;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.resilience.idempotency.IdempotencyMode;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.OwnRoutes;
import org.jspecify.annotations.Nullable;

/**
 * Says where keys are kept, and what is left to the application.
 */
final class IdempotencyStatus implements FeatureStatus {

	private final OwnIdempotency own;

	private final Supplier<List<String>> handlers;

	private final OwnRoutes routes;

	private final IdempotencyStore store;

	private final IdempotencyMode mode;

	IdempotencyStatus(OwnIdempotency own, Supplier<List<String>> handlers, OwnRoutes routes, IdempotencyStore store,
			IdempotencyMode mode) {
		this.own = own;
		this.handlers = handlers;
		this.routes = routes;
		this.store = store;
		this.mode = mode;
	}

	@Override
	public String feature() {
		return "idempotency";
	}

	@Override
	public FeatureState state() {
		return this.own.isPresent() ? FeatureState.BACKED_OFF : FeatureState.ON;
	}

	@Override
	public @Nullable String reason() {
		String own = this.own.name();
		if (own != null) {
			return "keys are handled by " + own;
		}
		List<String> some = Stream.concat(this.handlers.get().stream(), this.routes.names().stream()).toList();
		String where = StoreChoice.describe(this.store)
				+ ((this.mode == IdempotencyMode.JOINED) ? ", written in the transactions of the requests" : "");
		return some.isEmpty() ? where
				: where + "; left to handlers that read the key themselves: " + String.join(", ", some);
	}

}
