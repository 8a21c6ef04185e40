package dev.mainstay.resilience.deadline;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RequestStart;
import dev.mainstay.core.request.TrustedProxies;
import org.jspecify.annotations.Nullable;

/**
 * Decides until when the answer to a request is of use. A caller is believed if its
 * socket is that of a trusted proxy: a deadline makes this service refuse work. The
 * number of an attempt is believed of everybody, as all that it does is to save retries.
 * What cannot be read is not there. Thread-safe.
 *
 * @since 0.1.0
 */
public final class InboundDeadlines {

	/** What the rule names in the log: there is no route yet. */
	private static final String SUBJECT = "its arrival, as the deadline of its caller had passed";

	private final TrustedProxies trusted;

	private final CallerHeaders headers;

	private final long ofServer;

	private final long max;

	private final Rule expired;

	private final LongSupplier nanoTime;

	private final LongAdder inTime = new LongAdder();

	private final LongAdder late = new LongAdder();

	/**
	 * Create it.
	 * @param trusted the callers whose deadlines are taken
	 * @param settings how much time requests get
	 * @param expired the rule on requests that come too late, on its rung
	 * @param nanoTime the time, as from {@link System#nanoTime()}
	 */
	public InboundDeadlines(TrustedProxies trusted, DeadlineSettings settings, Rule expired, LongSupplier nanoTime) {
		this.trusted = trusted;
		this.headers = new CallerHeaders(settings.header());
		this.ofServer = (settings.ofServer() != null) ? settings.ofServer().toNanos() : TimeoutFormat.NONE;
		this.max = settings.max().toNanos();
		this.expired = expired;
		this.nanoTime = nanoTime;
	}

	/**
	 * A request has arrived. Called once for each, before it is worked on.
	 * @param request the request
	 * @return what becomes of it
	 */
	public Arrival arrive(InboundRequest request) {
		RequestStart start = request.start();
		if (start != null && start.origin() != RequestOrigin.APPLICATION) {
			return Arrival.PLAIN;
		}
		long ofCaller = ofCaller(request, start);
		long given = CallerHeaders.shorter(ofCaller, this.ofServer);
		int attempt = this.headers.attempt(request);
		if (given == TimeoutFormat.NONE) {
			return Arrival.of(null, attempt);
		}
		long spent = (start != null) ? this.nanoTime.getAsLong() - start.nanoTime() : 0;
		if (given <= spent) {
			return late(spent, attempt);
		}
		if (ofCaller != TimeoutFormat.NONE) {
			this.inTime.increment();
		}
		return Arrival.of(in(given - spent), attempt);
	}

	private long ofCaller(InboundRequest request, @Nullable RequestStart start) {
		if (start == null || !this.trusted.contains(start.peer().address())) {
			return TimeoutFormat.NONE;
		}
		return Math.min(this.headers.timeout(request), this.max);
	}

	/**
	 * A deadline that has passed would have every call of the handler refused, which is
	 * not what a rule that reports is for.
	 */
	private Arrival late(long spent, int attempt) {
		this.late.increment();
		if (this.expired.isActive() && this.expired.broken(SUBJECT)) {
			return Arrival.refusal();
		}
		return Arrival.of((this.ofServer > spent) ? in(this.ofServer - spent) : null, attempt);
	}

	private Deadline in(long nanos) {
		return Deadline.after(Duration.ofNanos(nanos), this.nanoTime);
	}

	/**
	 * How many requests came with a deadline of a trusted caller that had not passed.
	 * @return the number since the start
	 */
	public long inTime() {
		return this.inTime.sum();
	}

	/**
	 * How many requests came when their time was up, whether or not they were refused.
	 * @return the number since the start
	 */
	public long late() {
		return this.late.sum();
	}

}
