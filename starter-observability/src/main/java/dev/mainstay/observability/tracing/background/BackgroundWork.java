package dev.mainstay.observability.tracing.background;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;

/**
 * Keeps account of the work that runs in the background, by kind. Bounded: what comes
 * after the first five hundred kinds is one more. Thread-safe.
 *
 * @since 0.1.0
 */
public final class BackgroundWork implements MeterBinder {

	private static final int CAPACITY = 500;

	private static final String OTHER = "other";

	private final LongSupplier nanoTime;

	private final Map<String, BackgroundTask> tasks = new ConcurrentHashMap<>();

	/** Binds what is there, and remembers the registry for what comes later. */
	private final List<MeterBinder> meters = new ArrayList<>();

	/** The names of the executors with meters. */
	private final Set<String> measured = new HashSet<>();

	private final List<MeterRegistry> registries = new ArrayList<>();

	/**
	 * Create an account in which nothing has run.
	 * @param nanoTime the time as {@link System#nanoTime()} tells it, in nanoseconds
	 */
	public BackgroundWork(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	BackgroundTask task(String type, String name) {
		BackgroundTask known = this.tasks.get(type + name);
		return (known != null) ? known : add(type, name);
	}

	private synchronized BackgroundTask add(String type, String name) {
		String kept = (this.tasks.size() < CAPACITY) ? name : OTHER;
		return this.tasks.computeIfAbsent(type + kept, (key) -> {
			BackgroundTask task = new BackgroundTask(type, kept, this.nanoTime);
			measure(task::bindTo);
			return task;
		});
	}

	/**
	 * What Spring Boot does for the executors of Spring only. Of a bean that there are
	 * many of, the first: the others would be held for ever, and have no meters of their
	 * own.
	 */
	synchronized void measure(ExecutorService pool, String name) {
		if (this.measured.add(name)) {
			measure(new ExecutorServiceMetrics(pool, name, Tags.empty()));
		}
	}

	private void measure(MeterBinder meter) {
		this.meters.add(meter);
		this.registries.forEach(meter::bindTo);
	}

	@Override
	public synchronized void bindTo(MeterRegistry registry) {
		this.registries.add(registry);
		this.meters.forEach((meter) -> meter.bindTo(registry));
	}

}
