package dev.mainstay.observability.logging.delivery;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;

/**
 * Cuts storms of the same warning or error short: in each window the first events of a
 * fingerprint are written and the others counted, and when the window is over the exact
 * count is written to the same appender, whether or not anything is logged by then. What
 * is below {@code WARN} always passes.
 * <p>
 * Set on Mainstay's own appenders by the starter. In a Logback file:
 * {@code <filter class="dev.mainstay.observability.logging.delivery.StormFilter"/>},
 * within an appender, with {@code <burst>} and {@code <windowSeconds>} if need be. Called
 * on the thread that logs; thread-safe, never throws.
 *
 * @since 0.1.0
 */
public final class StormFilter extends Filter<ILoggingEvent> {

	private static final ScheduledThreadPoolExecutor TIMER = timer();

	private int burst = 100;

	private Duration window = Duration.ofSeconds(10);

	private @Nullable Appender<ILoggingEvent> appender;

	private @Nullable StormGate gate;

	private volatile boolean useless;

	/**
	 * Create a filter. Called by Logback for a file that names this class.
	 */
	public StormFilter() {
	}

	StormFilter(Appender<ILoggingEvent> appender, StormLimit limit) {
		this.appender = appender;
		this.burst = limit.burst();
		this.window = limit.window();
	}

	/**
	 * How many events of a fingerprint are written in each window.
	 * @param burst at least one
	 */
	public void setBurst(int burst) {
		this.burst = Math.max(1, burst);
	}

	/**
	 * How long a window lasts.
	 * @param seconds at least one second
	 */
	public void setWindowSeconds(int seconds) {
		this.window = Duration.ofSeconds(Math.max(1, seconds));
	}

	@Override
	public void start() {
		this.gate = new StormGate(new StormLimit(this.burst, this.window), System::nanoTime,
				(task, delay) -> TIMER.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS), new Sink());
		LogDelivery.add(this);
		super.start();
	}

	@Override
	public FilterReply decide(ILoggingEvent event) {
		StormGate gate = this.gate;
		if (gate == null || !event.getLevel().isGreaterOrEqual(Level.WARN) || event instanceof SummaryEvent
				|| event instanceof EncodedEvent || this.useless) {
			return FilterReply.NEUTRAL;
		}
		if (appender() == null) {
			this.useless = true;
			addWarn("A StormFilter works only in an appender below a logger or an AsyncAppender of Logback");
			return FilterReply.NEUTRAL;
		}
		try {
			return gate.passes(event) ? FilterReply.NEUTRAL : FilterReply.DENY;
		}
		catch (Exception | StackOverflowError ex) {
			// Something in the event cannot be read: the encoder knows what to do then.
			return FilterReply.NEUTRAL;
		}
	}

	void flush() {
		StormGate gate = this.gate;
		if (gate != null) {
			gate.flush();
		}
	}

	@Nullable Appender<ILoggingEvent> appender() {
		if (this.appender == null) {
			this.appender = Appenders.withFilter(getContext(), this);
			if (this.appender != null) {
				DeliveryCounts.watch(this.appender.getName());
			}
		}
		return this.appender;
	}

	private static ScheduledThreadPoolExecutor timer() {
		ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, DeliveryThread.factory("log-storms"));
		timer.setKeepAliveTime(5, TimeUnit.SECONDS);
		timer.allowCoreThreadTimeOut(true);
		return timer;
	}

	private final class Sink implements StormSink {

		@Override
		public void suppressed() {
			Appender<ILoggingEvent> appender = appender();
			DeliveryCounts.suppressed((appender != null) ? appender.getName() : null).increment();
		}

		@Override
		public void write(SummaryEvent summary) {
			Appender<ILoggingEvent> appender = appender();
			if (appender != null) {
				appender.doAppend(summary.within(appender.getContext()));
			}
		}

	}

}
