package dev.mainstay.observability.logging;

import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * The line that one appender has just written, for the next one that is handed the same
 * event on the same thread: to make it anew costs as much again, and counts what is
 * masked in it twice. Held only while there is such a next one. Not thread-safe.
 */
final class LastLine {

	/** Of what is longer than most, none is held by every thread until the next. */
	private static final int MAX_BYTES = 16_384;

	private static final AtomicInteger takers = new AtomicInteger();

	private static final ThreadLocal<LastLine> current = ThreadLocal.withInitial(LastLine::new);

	private @Nullable ILoggingEvent event;

	private @Nullable LineSettings settings;

	private byte @Nullable [] line;

	static void addTaker() {
		takers.incrementAndGet();
	}

	static void removeTaker() {
		takers.decrementAndGet();
	}

	static void offer(ILoggingEvent event, LineSettings settings, byte[] line) {
		if (takers.get() > 0 && line.length <= MAX_BYTES) {
			current.get().set(event, settings, line);
		}
	}

	/**
	 * Take the line, once.
	 * @return the line, if the last one on this thread was of this event and written with
	 * equal settings
	 */
	static byte @Nullable [] take(ILoggingEvent event, LineSettings settings) {
		LastLine last = current.get();
		byte[] line = (last.event == event && settings.equals(last.settings)) ? last.line : null;
		last.set(null, null, null);
		return line;
	}

	private void set(@Nullable ILoggingEvent event, @Nullable LineSettings settings, byte @Nullable [] line) {
		this.event = event;
		this.settings = settings;
		this.line = line;
	}

}
