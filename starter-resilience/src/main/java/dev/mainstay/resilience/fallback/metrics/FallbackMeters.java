package dev.mainstay.resilience.fallback.metrics;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.LongAdder;

import dev.mainstay.resilience.fallback.FallbackListener;
import dev.mainstay.resilience.fallback.metrics.FallbackMeterDocumentation.Key;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Counts the answers of fallbacks. A counter is there from the first answer of its client
 * and cause on. Thread-safe.
 *
 * @since 0.1.0
 */
public final class FallbackMeters implements MeterBinder, FallbackListener {

	private static final FallbackMeterDocumentation METER = FallbackMeterDocumentation.FALLBACKS;

	/** Names come from code; the bound is for the case that one does not. */
	private static final int MAX_COUNTERS = 1000;

	private final Map<Answers, LongAdder> answers = new ConcurrentHashMap<>();

	private final Set<MeterRegistry> registries = new CopyOnWriteArraySet<>();

	@Override
	public void onFallback(String client, String cause) {
		Answers key = new Answers(client, cause);
		LongAdder count = this.answers.get(key);
		if (count == null && this.answers.size() < MAX_COUNTERS) {
			count = add(key);
		}
		if (count != null) {
			count.increment();
		}
	}

	private synchronized LongAdder add(Answers key) {
		return this.answers.computeIfAbsent(key, (it) -> {
			LongAdder count = new LongAdder();
			this.registries.forEach((registry) -> register(registry, it, count));
			return count;
		});
	}

	@Override
	public synchronized void bindTo(MeterRegistry registry) {
		this.registries.add(registry);
		this.answers.forEach((key, count) -> register(registry, key, count));
	}

	private static void register(MeterRegistry registry, Answers key, LongAdder count) {
		FunctionCounter.builder(METER.getName(), count, LongAdder::sum)
			.description(METER.description())
			.tag(Key.CLIENT.asString(), key.client())
			.tag(Key.CAUSE.asString(), key.cause())
			.register(registry);
	}

	private record Answers(String client, String cause) {
	}

}
