package dev.mainstay.resilience.retry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Counts retries and suppressed ones in meters. Every meter is there, at 0, before the
 * first call. Thread-safe.
 *
 * @see RetryMeterDocumentation
 * @since 0.1.0
 */
public final class RetryMeters implements MeterBinder, RetryListener {

	private final String client;

	private final Map<FailureKind, LongAdder> retries = adders(FailureKind.values());

	private final Map<Suppression, LongAdder> suppressed = adders(Suppression.values());

	/**
	 * Create the meters of a client.
	 * @param client the name of the client
	 */
	public RetryMeters(String client) {
		this.client = client;
	}

	private static <K> Map<K, LongAdder> adders(K[] keys) {
		return Arrays.stream(keys).collect(Collectors.toUnmodifiableMap(Function.identity(), (key) -> new LongAdder()));
	}

	@Override
	public void onRetry(String client, FailureKind kind) {
		if (client.equals(this.client)) {
			count(this.retries, kind);
		}
	}

	@Override
	public void onSuppressed(String client, Suppression reason) {
		if (client.equals(this.client)) {
			count(this.suppressed, reason);
		}
	}

	private static <K> void count(Map<K, LongAdder> adders, K key) {
		LongAdder adder = adders.get(key);
		if (adder != null) {
			adder.increment();
		}
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.retries.forEach((kind, count) -> register(registry, RetryMeterDocumentation.RETRIES, kind, count));
		this.suppressed
			.forEach((reason, count) -> register(registry, RetryMeterDocumentation.SUPPRESSED, reason, count));
	}

	private void register(MeterRegistry registry, RetryMeterDocumentation meter, Enum<?> why, LongAdder count) {
		FunctionCounter.builder(meter.getName(), count, LongAdder::sum)
			.description(meter.description())
			.tag(RetryMeterDocumentation.Key.CLIENT.asString(), this.client)
			.tag(meter.why().asString(), why.name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.register(registry);
	}

}
