package dev.mainstay.resilience.idempotency.reactive;

import java.util.Set;
import java.util.function.Supplier;

import dev.mainstay.core.request.RequestIdThreadLocalAccessor;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import reactor.util.context.ContextView;

import org.springframework.util.ClassUtils;

/**
 * Gives a thread of the store what lines of a log and listeners tell a request by: its id
 * and its trace. Nothing else of a request is theirs, least of all its deadline.
 */
final class RequestIdentity {

	private static final boolean PRESENT = ClassUtils.isPresent("io.micrometer.context.ContextSnapshotFactory",
			RequestIdentity.class.getClassLoader());

	private RequestIdentity() {
	}

	static <T> T during(ContextView context, Supplier<T> call) {
		return PRESENT ? Propagated.during(context, call) : call.get();
	}

	/** In a class of its own, as the library may be missing. */
	private static final class Propagated {

		private static final Set<Object> KEYS = Set.of(ObservationThreadLocalAccessor.KEY,
				RequestIdThreadLocalAccessor.KEY);

		private static final ContextSnapshotFactory FACTORY = ContextSnapshotFactory.builder()
			.captureKeyPredicate(KEYS::contains)
			.build();

		static <T> T during(ContextView context, Supplier<T> call) {
			try (ContextSnapshot.Scope scope = FACTORY.captureFrom(context).setThreadLocals()) {
				return call.get();
			}
		}

	}

}
