package dev.mainstay.resilience.policy.metrics;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import dev.mainstay.resilience.policy.ClientCounts;
import dev.mainstay.resilience.policy.Destinations;
import dev.mainstay.resilience.policy.RejectionReason;
import dev.mainstay.resilience.policy.metrics.CallMeterDocumentation.Key;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Shows what became of the calls of each client. Those of the clients that are configured
 * are there, at 0, before the first call; those of another from its first call on.
 * Thread-safe.
 *
 * @see CallMeterDocumentation
 * @since 0.1.0
 */
public final class CallMeters implements MeterBinder {

	private static final List<String> STATES = List.of("closed", "open", "half-open");

	private final Destinations destinations;

	/**
	 * Create the meters.
	 * @param destinations has the counts
	 */
	public CallMeters(Destinations destinations) {
		this.destinations = destinations;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.destinations.observe((client) -> register(registry, client));
	}

	private static void register(MeterRegistry registry, ClientCounts client) {
		Tags tags = Tags.of(Key.CLIENT.asString(), client.name());
		counter(registry, CallMeterDocumentation.CALLS, tags, client, (it) -> it.total().calls());
		counter(registry, CallMeterDocumentation.ATTEMPTS, tags, client, (it) -> it.total().attempts());
		for (RejectionReason reason : RejectionReason.values()) {
			String word = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
			counter(registry, CallMeterDocumentation.REJECTIONS, tags.and(Key.REASON.asString(), word), client,
					(it) -> it.total().rejections(reason));
		}
		gauge(registry, CallMeterDocumentation.AMPLIFICATION, tags, client, ClientCounts::amplification);
		for (String state : STATES) {
			gauge(registry, CallMeterDocumentation.BREAKERS, tags.and(Key.STATE.asString(), state), client,
					(it) -> it.breakers(state));
		}
	}

	private static void counter(MeterRegistry registry, CallMeterDocumentation meter, Tags tags, ClientCounts client,
			ToDoubleFunction<ClientCounts> count) {
		FunctionCounter.builder(meter.getName(), client, count)
			.description(meter.description())
			.tags(tags)
			.register(registry);
	}

	private static void gauge(MeterRegistry registry, CallMeterDocumentation meter, Tags tags, ClientCounts client,
			ToDoubleFunction<ClientCounts> value) {
		Gauge.builder(meter.getName(), client, value).description(meter.description()).tags(tags).register(registry);
	}

}
