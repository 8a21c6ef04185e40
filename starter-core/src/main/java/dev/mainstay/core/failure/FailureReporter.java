package dev.mainstay.core.failure;

import java.util.List;
import java.util.function.Predicate;

import dev.mainstay.core.request.ClientAbort;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RootFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports a failure that nobody handled: one event in the log with the stack trace, on
 * the thread and in the scope in which it passed, so that the event carries the ids of
 * the request. Thread-safe; never throws.
 *
 * @since 0.1.0
 */
public final class FailureReporter {

	private static final Logger logger = LoggerFactory.getLogger("mainstay.failure");

	private final ReportedFailures reported;

	private final Predicate<Throwable> callersFault;

	private final List<FailureListener> listeners;

	/**
	 * Create a reporter.
	 * @param reported remembers what was reported
	 * @param callersFault tells whether a failure is answered with a status below 500; it
	 * is then no error of the service and is logged without a stack trace
	 * @param listeners told of every failure
	 */
	public FailureReporter(ReportedFailures reported, Predicate<Throwable> callersFault,
			List<FailureListener> listeners) {
		this.reported = reported;
		this.callersFault = callersFault;
		this.listeners = List.copyOf(listeners);
	}

	/**
	 * Report a failure, unless it was reported before or only says that the client went
	 * away.
	 * @param failure the failure, wrapped or not
	 * @param exchange the request that failed, {@code null} if it is not known
	 */
	public void report(Throwable failure, @Nullable RequestExchange exchange) {
		if (ClientAbort.isCauseOf(failure) || this.reported.contains(failure)) {
			return;
		}
		this.reported.add(failure);
		Throwable unwrapped = RootFailure.unwrap(failure);
		log(unwrapped, exchange);
		tell(unwrapped, exchange);
	}

	private void log(Throwable failure, @Nullable RequestExchange exchange) {
		String where = (exchange != null) ? exchange.start().method() + " "
				+ ((exchange.route() != null) ? exchange.route() : "without a handler") : "an unknown request";
		if (this.callersFault.test(failure)) {
			logger.info("Rejected {}: {}", where, failure.getClass().getName());
		}
		else {
			logger.error("Failed {}", where, failure);
		}
	}

	private void tell(Throwable failure, @Nullable RequestExchange exchange) {
		for (FailureListener listener : this.listeners) {
			try {
				listener.onFailure(failure, exchange);
			}
			catch (RuntimeException | LinkageError ex) {
				logger.warn("A listener failed on a failure: {}", listener.getClass().getName(), ex);
			}
		}
	}

}
