package dev.mainstay.observability.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of telemetry that was dropped: in one line, without a stack trace, and at most
 * once a minute whatever fails how often.
 */
final class DropWarnings {

	/** Its lines are not exported: they are about exporting. */
	private static final Logger logger = LoggerFactory.getLogger("mainstay.telemetry");

	private static final long INTERVAL = TimeUnit.MINUTES.toNanos(1);

	private final LongAdder[] since = new LongAdder[Signal.values().length];

	private final LongSupplier nanoTime;

	private final AtomicLong next;

	private final AtomicBoolean speaking = new AtomicBoolean();

	DropWarnings(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.next = new AtomicLong(nanoTime.getAsLong());
		for (int i = 0; i < this.since.length; i++) {
			this.since[i] = new LongAdder();
		}
	}

	void speak() {
		if (this.speaking.compareAndSet(false, true)) {
			ExporterLoggers.silence();
		}
	}

	void dropped(Signal signal, long items, String reason) {
		this.since[signal.ordinal()].add(items);
		long now = this.nanoTime.getAsLong();
		long due = this.next.get();
		if (now - due >= 0 && this.next.compareAndSet(due, now + INTERVAL)) {
			logger.warn("Telemetry is not delivered ({}): {} dropped since the last warning, all are counted in {}",
					reason, what(), TelemetryMeters.DROPPED.getName());
		}
	}

	private String what() {
		List<String> texts = new ArrayList<>();
		for (Signal signal : Signal.values()) {
			long items = this.since[signal.ordinal()].sumThenReset();
			if (items > 0) {
				texts.add(items + " " + signal.items());
			}
		}
		return String.join(", ", texts);
	}

	void close() {
		if (this.speaking.compareAndSet(true, false)) {
			ExporterLoggers.restore();
		}
	}

}
