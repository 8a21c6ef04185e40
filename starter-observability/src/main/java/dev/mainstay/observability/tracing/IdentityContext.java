package dev.mainstay.observability.tracing;

import java.util.Set;

import dev.mainstay.core.request.RequestIdThreadLocalAccessor;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;

/**
 * What tells on whatever thread for which request and in which trace it works. Nothing
 * else that the application keeps in a thread is carried, such as who is logged in: whom
 * an executor of the application works for is for the application to say. Stateless.
 *
 * @since 0.1.0
 */
public final class IdentityContext {

	/** Micrometer Tracing's own, where the application has registered it. */
	private static final String BAGGAGE = "micrometer.tracing.baggage";

	private static final Set<Object> KEYS = Set.of(ObservationThreadLocalAccessor.KEY, RequestIdThreadLocalAccessor.KEY,
			BAGGAGE);

	private static final ContextSnapshotFactory FACTORY = ContextSnapshotFactory.builder()
		.captureKeyPredicate(KEYS::contains)
		.build();

	private IdentityContext() {
	}

	/**
	 * What the calling thread has. Called where work is handed over; what comes back may
	 * be used on any thread, and any number of times.
	 * @return a snapshot, empty if the thread works for nobody
	 */
	public static ContextSnapshot capture() {
		return FACTORY.captureAll();
	}

}
