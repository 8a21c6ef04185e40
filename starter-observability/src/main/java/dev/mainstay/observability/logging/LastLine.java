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

	/** Of the line that is held. */
	private @Nullable LineNotes notes;

	/** Of the line that was written last, until it is known what becomes of it. */
	private @Nullable LineNotes written;

	/** For the next line. */
	private @Nullable LineNotes spare;

	static void addTaker() {
		takers.incrementAndGet();
	}

	static void removeTaker() {
		takers.decrementAndGet();
	}

	/**
	 * A line is begun, of which notes are taken in the place of earlier ones.
	 * @param unread the notes that are used when nobody is going to ask for them
	 * @return the notes to take
	 */
	static LineNotes begin(LineNotes unread) {
		if (takers.get() <= 0) {
			return unread;
		}
		LastLine last = current.get();
		last.forgetWritten();
		LineNotes notes = last.spare;
		last.spare = null;
		return (notes != null) ? notes : new LineNotes(true);
	}

	/**
	 * A line has been written, and all that is in it noted.
	 */
	static void written(LineNotes notes) {
		current.get().written = notes;
	}

	/**
	 * A line has been written, of which not all is noted. What is noted of a line within
	 * it is not of this one.
	 */
	static void notWritten(LineNotes notes) {
		current.get().forgetWritten();
		giveBack(notes);
	}

	/** Nobody asks for these any more. */
	private static void giveBack(LineNotes notes) {
		notes.forget();
		current.get().spare = notes;
	}

	/**
	 * What has been written does not become the line.
	 */
	static void discard() {
		if (takers.get() > 0) {
			current.get().forgetWritten();
		}
	}

	static void offer(ILoggingEvent event, LineSettings settings, byte[] line) {
		if (takers.get() > 0) {
			LastLine last = current.get();
			LineNotes notes = last.takeWritten();
			if (line.length <= MAX_BYTES) {
				last.set(event, settings, line, notes);
			}
			else if (notes != null) {
				giveBack(notes);
			}
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
		last.set(null, null, null, null);
		return line;
	}

	/**
	 * Hand the line over in place of {@link #take}.
	 * @return whether there was one
	 */
	static boolean read(ILoggingEvent event, LineSettings settings, LineReader reader) {
		LastLine last = current.get();
		LineNotes notes = last.notes;
		last.notes = null;
		byte[] line = take(event, settings);
		if (line != null) {
			read(notes, line, reader);
		}
		else if (notes != null) {
			giveBack(notes);
		}
		return line != null;
	}

	/**
	 * Hand a line over that was written just now, and not offered.
	 */
	static void read(byte[] line, LineReader reader) {
		read(current.get().takeWritten(), line, reader);
	}

	private static void read(@Nullable LineNotes notes, byte[] line, LineReader reader) {
		if (notes != null) {
			notes.read(reader);
			giveBack(notes);
		}
		else {
			reader.line(line);
		}
	}

	/** Whoever noted it holds all of it, however much is cut from the line. */
	private void forgetWritten() {
		LineNotes notes = takeWritten();
		if (notes != null) {
			giveBack(notes);
		}
	}

	private @Nullable LineNotes takeWritten() {
		LineNotes notes = this.written;
		this.written = null;
		return notes;
	}

	private void set(@Nullable ILoggingEvent event, @Nullable LineSettings settings, byte @Nullable [] line,
			@Nullable LineNotes notes) {
		this.event = event;
		this.settings = settings;
		this.line = line;
		LineNotes before = this.notes;
		this.notes = notes;
		if (before != null) {
			giveBack(before);
		}
	}

}
