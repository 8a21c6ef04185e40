package dev.mainstay.observability.tracing.background;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;

/**
 * A kind of work: a scheduled method, or whatever an executor is given. Thread-safe.
 */
final class BackgroundTask {

	static final String EXECUTOR = "executor";

	static final String SCHEDULED = "scheduled";

	private final String type;

	private final String name;

	private final LongSupplier nanoTime;

	private final LongAdder failures = new LongAdder();

	private final LongAdder rejected = new LongAdder();

	/** Of the first start, until there was a success. */
	private volatile long last;

	private volatile boolean begun;

	BackgroundTask(String type, String name, LongSupplier nanoTime) {
		this.type = type;
		this.name = name;
		this.nanoTime = nanoTime;
	}

	String name() {
		return this.name;
	}

	void begin() {
		if (!this.begun) {
			this.last = this.nanoTime.getAsLong();
			this.begun = true;
		}
	}

	void succeed() {
		this.last = this.nanoTime.getAsLong();
	}

	void fail() {
		this.failures.increment();
	}

	void reject() {
		this.rejected.increment();
	}

	void bindTo(MeterRegistry registry) {
		Tags tags = Tags.of(BackgroundMeters.Key.TYPE.asString(), this.type, BackgroundMeters.Key.NAME.asString(),
				this.name);
		bind(registry, BackgroundMeters.FAILURES, this.failures, tags);
		if (this.type.equals(EXECUTOR)) {
			bind(registry, BackgroundMeters.REJECTED, this.rejected, tags);
		}
		TimeGauge.builder(BackgroundMeters.LAST_SUCCESS_AGE.getName(), this::age, TimeUnit.NANOSECONDS)
			.description(BackgroundMeters.LAST_SUCCESS_AGE.description())
			.tags(tags)
			.strongReference(true)
			.register(registry);
	}

	private static void bind(MeterRegistry registry, BackgroundMeters meter, LongAdder count, Tags tags) {
		FunctionCounter.builder(meter.getName(), count, LongAdder::sum)
			.description(meter.description())
			.tags(tags)
			.register(registry);
	}

	/** Nothing that nobody has ever asked for is late. */
	private Number age() {
		return this.begun ? this.nanoTime.getAsLong() - this.last : Double.NaN;
	}

}
