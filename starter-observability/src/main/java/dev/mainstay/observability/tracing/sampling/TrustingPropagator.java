package dev.mainstay.observability.tracing.sampling;

import java.util.Collection;
import java.util.List;

import dev.mainstay.core.request.TrustedProxies;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the trace of a caller, but takes its wish to have the trace exported only from a
 * trusted address: everybody else could fill the store of traces and the bill. The ids
 * are taken from everybody. What is not a web request, such as a message of a queue, is
 * trusted. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class TrustingPropagator implements TextMapPropagator {

	private final TextMapPropagator delegate;

	private final TrustedProxies trusted;

	private final List<Callers> callers;

	/**
	 * Create a propagator.
	 * @param delegate reads and writes the headers
	 * @param trusted whose wish is taken
	 * @param callers tell who sent a request
	 */
	public TrustingPropagator(TextMapPropagator delegate, TrustedProxies trusted, List<Callers> callers) {
		this.delegate = delegate;
		this.trusted = trusted;
		this.callers = List.copyOf(callers);
	}

	/**
	 * Create a propagator of several, which are asked only about what carries one of
	 * their headers where they are known to name them all.
	 * @param propagators read and write the headers, in this order
	 * @param trusted whose wish is taken
	 * @param callers tell who sent a request
	 * @return the propagator
	 */
	public static TrustingPropagator of(List<TextMapPropagator> propagators, TrustedProxies trusted,
			List<Callers> callers) {
		return new TrustingPropagator(
				TextMapPropagator.composite(propagators.stream().map(SparingPropagator::of).toList()), trusted,
				callers);
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
		Context extracted = this.delegate.extract(context, carrier, getter);
		SpanContext caller = Span.fromContext(extracted).getSpanContext();
		if (carrier == null || !caller.isRemote() || !caller.isSampled() || isTrusted(carrier)) {
			return extracted;
		}
		return extracted.with(Span.wrap(new UntrustedSpanContext(caller)));
	}

	private boolean isTrusted(Object carrier) {
		for (Callers stack : this.callers) {
			if (stack.know(carrier)) {
				return this.trusted.contains(stack.address(carrier));
			}
		}
		return true;
	}

	@Override
	public String toString() {
		return this.delegate.toString();
	}

}
