package dev.mainstay.observability.logging.delivery;

import java.time.Duration;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;

/**
 * Hands the lines of an appender to a thread of its own, so that whoever logs never waits
 * for a disk or a pipe. The line is made on the thread that logs; what waits is bounded
 * in lines and bytes. If they come faster than they can be written, those below
 * {@code WARN} are dropped first, and what was dropped is counted by level.
 * <p>
 * Set on Mainstay's own appenders with {@code mainstay.logging.async.enabled=true}. In a
 * Logback file, as the last filter of an appender that writes to a stream:
 * {@code <filter class="dev.mainstay.observability.logging.delivery.HandOffFilter"/>},
 * with {@code <queueSize>} and {@code <queueBytes>} if need be. Called on the thread that
 * logs; thread-safe, never throws.
 *
 * @since 0.1.0
 */
public final class HandOffFilter extends Filter<ILoggingEvent> {

	private int queueSize = 8192;

	private long queueBytes = 16L * 1024 * 1024;

	private @Nullable Appender<ILoggingEvent> appender;

	private volatile @Nullable HandOff handOff;

	private volatile boolean useless;

	/**
	 * Create a filter. Called by Logback for a file that names this class.
	 */
	public HandOffFilter() {
	}

	HandOffFilter(Appender<ILoggingEvent> appender, HandOffLimit limit) {
		this.appender = appender;
		this.queueSize = limit.lines();
		this.queueBytes = limit.bytes();
	}

	/**
	 * How many lines may wait.
	 * @param queueSize at least one
	 */
	public void setQueueSize(int queueSize) {
		this.queueSize = Math.max(1, queueSize);
	}

	/**
	 * How many bytes the lines that wait may take together.
	 * @param queueBytes at least those of one line
	 */
	public void setQueueBytes(long queueBytes) {
		this.queueBytes = queueBytes;
	}

	@Override
	public void start() {
		LogDelivery.add(this);
		super.start();
	}

	@Override
	public FilterReply decide(ILoggingEvent event) {
		HandOff handOff = this.handOff;
		if (event instanceof EncodedEvent || this.useless || !isStarted()) {
			return FilterReply.NEUTRAL;
		}
		if (handOff == null) {
			handOff = begin();
		}
		return (handOff != null && handOff.accept(event)) ? FilterReply.DENY : FilterReply.NEUTRAL;
	}

	/** With the first event: a file is read before its appenders are attached. */
	private synchronized @Nullable HandOff begin() {
		if (this.handOff == null && !this.useless && isStarted()) {
			Appender<ILoggingEvent> found = (this.appender != null) ? this.appender
					: Appenders.withFilter(getContext(), this);
			if (found instanceof OutputStreamAppender<ILoggingEvent> stream) {
				this.handOff = new HandOff(stream, new HandOffLimit(this.queueSize, this.queueBytes));
			}
			else {
				this.useless = true;
				addWarn("A HandOffFilter works only in an appender that writes to a stream, below a logger or an "
						+ "AsyncAppender of Logback");
			}
		}
		return this.handOff;
	}

	boolean flush(Duration patience) {
		HandOff handOff = this.handOff;
		return handOff == null || handOff.flush(patience);
	}

	/** Whatever is logged from now on is written where it is logged. */
	void close(Duration patience) {
		stop();
		HandOff handOff = this.handOff;
		if (handOff != null) {
			handOff.close(patience);
		}
	}

}
