package dev.mainstay.observability.tracing.sampling;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/**
 * Has a propagator read only what carries one of its headers: most requests carry none,
 * and some propagators allocate a kilobyte to find that out. Immutable and thread-safe.
 */
final class SparingPropagator implements TextMapPropagator {

	/**
	 * Those of which it is known without which headers they read nothing. The contract
	 * does not ask to name them, so that one of the application's own is always asked.
	 */
	private static final Set<String> TELLING = Set.of(
			"org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.CompositeTextMapPropagator",
			"io.micrometer.tracing.otel.propagation.BaggageTextMapPropagator",
			"io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator",
			"io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator",
			"io.opentelemetry.extension.trace.propagation.B3Propagator");

	/**
	 * Without one of these B3 reads nothing. It reads either format, and names that which
	 * it writes.
	 */
	private static final List<String> B3 = List.of("b3", "X-B3-TraceId");

	private final TextMapPropagator delegate;

	/** An array, because an iterator would be made for each request. */
	private final String[] headers;

	private SparingPropagator(TextMapPropagator delegate) {
		this.delegate = delegate;
		Set<String> headers = new LinkedHashSet<>(delegate.fields());
		if (!Collections.disjoint(headers, B3)) {
			headers.addAll(B3);
		}
		this.headers = headers.toArray(String[]::new);
	}

	static TextMapPropagator of(TextMapPropagator propagator) {
		return TELLING.contains(propagator.getClass().getName()) ? new SparingPropagator(propagator) : propagator;
	}

	@Override
	public Collection<String> fields() {
		return this.delegate.fields();
	}

	@Override
	public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
		this.delegate.inject(context, carrier, setter);
	}

	@Override
	public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
		return hasAny(carrier, getter) ? this.delegate.extract(context, carrier, getter) : context;
	}

	private <C> boolean hasAny(@Nullable C carrier, TextMapGetter<C> getter) {
		for (String header : this.headers) {
			if (getter.get(carrier, header) != null) {
				return true;
			}
		}
		return false;
	}

	@Override
	public String toString() {
		return this.delegate.toString();
	}

}
