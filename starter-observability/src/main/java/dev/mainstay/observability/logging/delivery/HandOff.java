package dev.mainstay.observability.logging.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * The thread that writes the lines of one appender, and what waits for it.
 */
final class HandOff {

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private static final long REPORT_PAUSE = Duration.ofSeconds(10).toNanos();

	private final OutputStreamAppender<ILoggingEvent> appender;

	private final Encoder<ILoggingEvent> encoder;

	private final HandOffQueue queue;

	private final Thread writer;

	/** What is with the appender now. */
	private volatile @Nullable EncodedEvent current;

	private volatile boolean closed;

	private volatile boolean lossToReport;

	private Map<String, Long> reported;

	private long nextReport = System.nanoTime();

	HandOff(OutputStreamAppender<ILoggingEvent> appender, HandOffLimit limit) {
		this.appender = appender;
		this.encoder = appender.getEncoder();
		this.queue = new HandOffQueue(limit, this::dropped);
		DeliveryCounts.watch(appender.getName());
		this.reported = DeliveryCounts.dropped(appender.getName());
		EncodedPass.inFrontOf(appender);
		appender.setEncoder(new EncodedLines(this.encoder, this::waiting));
		this.writer = DeliveryThread.factory("log-" + appender.getName()).newThread(this::write);
		this.writer.start();
	}

	/** Whether the event is on its way. */
	boolean accept(ILoggingEvent event) {
		if (this.closed) {
			return false;
		}
		try {
			return this.queue.offer(new EncodedEvent(event, this.encoder.encode(event)));
		}
		catch (Exception | StackOverflowError ex) {
			// Not to be told from an encoder that fails without us: as it does then.
			return false;
		}
	}

	private void dropped(EncodedEvent event) {
		DeliveryCounts.dropped(this.appender.getName(), levelOf(event.getLevel())).increment();
		this.lossToReport = true;
	}

	/** A level that somebody made up counts as the one below it. */
	private static String levelOf(Level level) {
		if (level.isGreaterOrEqual(Level.WARN)) {
			return level.isGreaterOrEqual(Level.ERROR) ? "ERROR" : "WARN";
		}
		return level.isGreaterOrEqual(Level.INFO) ? "INFO" : level.isGreaterOrEqual(Level.DEBUG) ? "DEBUG" : "TRACE";
	}

	private void write() {
		try {
			while (this.appender.isStarted()) {
				EncodedEvent event = this.queue.next(PATIENCE);
				if (event != null) {
					append(event);
				}
				else if (this.closed) {
					return;
				}
				if (this.lossToReport && System.nanoTime() - this.nextReport >= 0) {
					reportLoss();
				}
			}
		}
		catch (InterruptedException ex) {
			// Nobody here interrupts it; it is gone like a thread that was stopped.
		}
		finally {
			this.closed = true;
			this.queue.close();
			this.queue.clear();
		}
	}

	/**
	 * Called when the stream is closed, because the appender is stopped, such as by a
	 * configuration that is read anew, or by the writer to begin another file.
	 */
	private List<EncodedEvent> waiting() {
		if (Thread.currentThread() == this.writer) {
			return List.of();
		}
		List<EncodedEvent> waiting = new ArrayList<>(this.queue.drain());
		EncodedEvent held = heldUp();
		if (held != null) {
			waiting.add(0, held);
		}
		return waiting;
	}

	/**
	 * The line for which the writer waits at the stream, which takes none after this.
	 * Whoever closes a stream holds its lock: a writer that has a line comes to a halt
	 * there, one that has none waits for the next, for a time.
	 */
	private @Nullable EncodedEvent heldUp() {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (System.nanoTime() - end < 0) {
			Thread.State state = this.writer.getState();
			EncodedEvent event = this.current;
			if (state == Thread.State.WAITING && event != null && event.isTaken()) {
				return event;
			}
			if (state == Thread.State.TIMED_WAITING || state == Thread.State.TERMINATED) {
				return null;
			}
			Thread.onSpinWait();
		}
		return null;
	}

	/** An appender that is being stopped, or a filter of somebody, may not take it. */
	private void append(EncodedEvent event) {
		this.current = event;
		this.appender.doAppend(event);
		this.current = null;
		if (!event.isTaken()) {
			dropped(event);
		}
	}

	private void reportLoss() {
		this.lossToReport = false;
		this.nextReport = System.nanoTime() + REPORT_PAUSE;
		Map<String, Long> counts = DeliveryCounts.dropped(this.appender.getName());
		Map<String, Long> before = this.reported;
		this.reported = Map.copyOf(counts);
		counts.replaceAll((level, count) -> count - before.getOrDefault(level, 0L));
		counts.values().removeIf((count) -> count == 0);
		if (!counts.isEmpty()) {
			SummaryEvent summary = SummaryEvent.ofDrops(counts).within(this.appender.getContext());
			this.appender.doAppend(new EncodedEvent(summary, this.encoder.encode(summary)));
		}
	}

	boolean flush(Duration patience) {
		return this.queue.awaitWritten(patience);
	}

	void close(Duration patience) {
		this.closed = true;
		this.queue.close();
		if (!flush(patience)) {
			this.queue.clear();
			detach();
		}
	}

	/** Its thread holds its lock while it waits: who stopped it would wait too. */
	private void detach() {
		if (this.appender.getContext() instanceof LoggerContext context) {
			context.getLoggerList().forEach((logger) -> logger.detachAppender(this.appender));
		}
	}

}
