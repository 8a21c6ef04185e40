package dev.mainstay.resilience.retry;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

/**
 * Counts retries and suppressed ones of each client in meters. Those of the clients that
 * are known are there, at 0, before the first call; those of another from its first event
 * on. Thread-safe.
 *
 * @see RetryMeterDocumentation
 * @since 0.1.0
 */
public final class RetryMeters implements MeterBinder, RetryListener {

	/** Names come from code; the bound is for the case that one does not. */
	private static final int MAX_CLIENTS = 1000;

	private final Map<String, Counts> clients = new ConcurrentHashMap<>();

	private final Set<MeterRegistry> registries = new CopyOnWriteArraySet<>();

	/**
	 * Create the meters.
	 * @param clients the names of the clients that are known
	 */
	public RetryMeters(Collection<String> clients) {
		clients.forEach((client) -> this.clients.put(client, new Counts()));
	}

	@Override
	public void onRetry(String client, FailureKind kind) {
		Counts counts = countsOf(client);
		if (counts != null) {
			count(counts.retries, kind);
		}
	}

	@Override
	public void onSuppressed(String client, Suppression reason) {
		Counts counts = countsOf(client);
		if (counts != null) {
			count(counts.suppressed, reason);
		}
	}

	private @Nullable Counts countsOf(String client) {
		Counts counts = this.clients.get(client);
		return (counts == null) ? add(client) : counts;
	}

	/**
	 * Have the meters of a client, at 0. Called when a client is first heard of.
	 * @param client the name of the client
	 */
	public void know(String client) {
		add(client);
	}

	private synchronized @Nullable Counts add(String client) {
		if (this.clients.size() >= MAX_CLIENTS) {
			return this.clients.get(client);
		}
		return this.clients.computeIfAbsent(client, (name) -> {
			Counts counts = new Counts();
			this.registries.forEach((registry) -> counts.register(registry, name));
			return counts;
		});
	}

	private static <K> void count(Map<K, LongAdder> adders, K key) {
		LongAdder adder = adders.get(key);
		if (adder != null) {
			adder.increment();
		}
	}

	@Override
	public synchronized void bindTo(MeterRegistry registry) {
		this.registries.add(registry);
		this.clients.forEach((client, counts) -> counts.register(registry, client));
	}

	/**
	 * The counts of a client.
	 */
	private static final class Counts {

		private final Map<FailureKind, LongAdder> retries = adders(FailureKind.values());

		private final Map<Suppression, LongAdder> suppressed = adders(Suppression.values());

		private static <K> Map<K, LongAdder> adders(K[] keys) {
			return Arrays.stream(keys)
				.collect(Collectors.toUnmodifiableMap(Function.identity(), (key) -> new LongAdder()));
		}

		void register(MeterRegistry registry, String client) {
			String key = RetryMeterDocumentation.Key.CLIENT.asString();
			this.retries.forEach((kind, count) -> counter(RetryMeterDocumentation.RETRIES, kind, count).tag(key, client)
				.register(registry));
			this.suppressed
				.forEach((reason, count) -> counter(RetryMeterDocumentation.SUPPRESSED, reason, count).tag(key, client)
					.register(registry));
		}

		private static FunctionCounter.Builder<LongAdder> counter(RetryMeterDocumentation meter, Enum<?> why,
				LongAdder count) {
			return FunctionCounter.builder(meter.getName(), count, LongAdder::sum)
				.description(meter.description())
				.tag(meter.why().asString(), why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
		}

	}

}
