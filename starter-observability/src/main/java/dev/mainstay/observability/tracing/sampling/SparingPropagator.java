package dev.mainstay.observability.tracing.sampling;

import java.util.Collection;
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
	 * Those that name every header without which they read nothing. The contract does not
	 * ask for that, so that one of the application's own is always asked.
	 */
	private static final Set<String> TELLING = Set.of(
			"org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.CompositeTextMapPropagator",
			"io.micrometer.tracing.otel.propagation.BaggageTextMapPropagator",
			"io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator",
			"io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator",
			"io.opentelemetry.extension.trace.propagation.B3Propagator");

	private final TextMapPropagator delegate;

	/** An array, because an iterator would be made for each request. */
	private final String[] headers;

	private SparingPropagator(TextMapPropagator delegate) {
		this.delegate = delegate;
		this.headers = delegate.fields().toArray(String[]::new);
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
