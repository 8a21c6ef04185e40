package dev.mainstay.observability.logging.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Lets the first events of a fingerprint through in each window, counts the others, and
 * tells the count when the window is over. Every event either passes or is in one count.
 * Thread-safe.
 */
final class StormGate {

	/** More kinds of errors than this at a time are no storm; those beyond pass. */
	static final int MAX_WINDOWS = 1000;

	private static final long SWEEP_PAUSE = Duration.ofMillis(100).toNanos();

	private final Map<Long, StormWindow> windows = new ConcurrentHashMap<>();

	private final StormLimit limit;

	private final LongSupplier clock;

	private final BiConsumer<Runnable, Duration> timer;

	private final StormSink sink;

	private final AtomicLong swept;

	/**
	 * Create a gate.
	 * @param clock gives nanoseconds
	 * @param timer runs something later, on a thread that is not logging
	 */
	StormGate(StormLimit limit, LongSupplier clock, BiConsumer<Runnable, Duration> timer, StormSink sink) {
		this.limit = limit;
		this.clock = clock;
		this.timer = timer;
		this.sink = sink;
		this.swept = new AtomicLong(clock.getAsLong());
	}

	boolean passes(ILoggingEvent event) {
		boolean passes = decide(event);
		if (!passes) {
			this.sink.suppressed();
		}
		return passes;
	}

	private boolean decide(ILoggingEvent event) {
		long fingerprint = Fingerprint.of(event);
		while (true) {
			long now = this.clock.getAsLong();
			StormWindow window = this.windows.get(fingerprint);
			if (window == null) {
				if (isFull(now)) {
					return true;
				}
				window = this.windows.computeIfAbsent(fingerprint,
						(key) -> new StormWindow(event, now + this.limit.window().toNanos()));
			}
			switch (window.admit(event, now, this.limit)) {
				case PASS -> {
					return true;
				}
				case SUPPRESSED -> {
					return false;
				}
				case FIRST_SUPPRESSED -> {
					tellLater(fingerprint, window, now);
					return false;
				}
				case CLOSED -> this.windows.remove(fingerprint, window);
			}
		}
	}

	/** A summary cannot be written here, within the writing of another event. */
	private void tellLater(Long fingerprint, StormWindow window, long now) {
		this.timer.accept(() -> tell(fingerprint, window), Duration.ofNanos(window.remaining(now)));
	}

	private void tell(Long fingerprint, StormWindow window) {
		this.windows.remove(fingerprint, window);
		SummaryEvent summary = window.close(this.limit);
		if (summary != null) {
			this.sink.write(summary);
		}
	}

	/**
	 * Tell all counts now, before the windows are over.
	 */
	void flush() {
		List<Map.Entry<Long, StormWindow>> open = new ArrayList<>(this.windows.entrySet());
		open.forEach((entry) -> tell(entry.getKey(), entry.getValue()));
	}

	private boolean isFull(long now) {
		if (this.windows.size() < MAX_WINDOWS) {
			return false;
		}
		long last = this.swept.get();
		if (now - last >= SWEEP_PAUSE && this.swept.compareAndSet(last, now)) {
			this.windows.values().removeIf((window) -> window.closeIfIdle(now));
		}
		return this.windows.size() >= MAX_WINDOWS;
	}

}
