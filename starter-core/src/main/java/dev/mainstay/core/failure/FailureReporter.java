package dev.mainstay.core.failure;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

import dev.mainstay.core.request.ClientAbort;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RootFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports a failure that nobody handled: one event in the log with the stack trace, on
 * the thread on which it passed and with the ids of its request. Thread-safe; never
 * throws, as the failure itself is what has to go on.
 *
 * @since 0.1.0
 */
public final class FailureReporter {

	private static final Logger logger = LoggerFactory.getLogger("mainstay.failure");

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS",
			"TRACE");

	private static final int INTERNAL_ERROR = 500;

	private final ReportedFailures reported;

	private final Predicate<Throwable> callersFault;

	private final Supplier<List<FailureListener>> listeners;

	/**
	 * Create a reporter.
	 * @param reported remembers what was reported
	 * @param callersFault tells whether a failure is answered with a status below 500; it
	 * is then no error of the service and is logged without a stack trace
	 * @param listeners asked for the listeners with every failure, so that they may be
	 * created after the server
	 */
	public FailureReporter(ReportedFailures reported, Predicate<Throwable> callersFault,
			Supplier<List<FailureListener>> listeners) {
		this.reported = reported;
		this.callersFault = callersFault;
		this.listeners = listeners;
	}

	/**
	 * Report a failure, unless it was reported for the same request before, or only says
	 * that the client went away.
	 * @param failure the failure, wrapped or not
	 * @param exchange the request that failed, {@code null} if it is not known
	 * @param repeatedBy the loggers by which the server will log the failure once more on
	 * this thread, each as often as it will
	 */
	public void report(Throwable failure, @Nullable RequestExchange exchange, String... repeatedBy) {
		try {
			if (ClientAbort.isCauseOf(failure)) {
				return;
			}
			if (!this.reported.contains(failure, exchange)) {
				reportFirst(failure, exchange);
			}
			this.reported.expect(failure, List.of(repeatedBy));
		}
		catch (RuntimeException | Error ex) {
			logger.warn("A failure cannot be reported as it should be", ex);
		}
	}

	/**
	 * Report that a request was answered with an error, unless its failure was reported
	 * before. Tells nothing that the caller sent.
	 * @param exchange the request, {@code null} if it is not known
	 * @param status the status of the answer
	 * @param code the code of the answer
	 */
	public void answered(@Nullable RequestExchange exchange, int status, String code) {
		if (this.reported.isKnown(exchange)) {
			return;
		}
		try (FailureIds ids = FailureIds.of(exchange)) {
			if (status < INTERNAL_ERROR) {
				logger.info("Rejected {}: {} {}", where(exchange), status, code);
			}
			else {
				logger.warn("Failed {}: {} {}", where(exchange), status, code);
			}
			if (exchange != null) {
				this.reported.add(exchange);
			}
		}
		catch (RuntimeException | Error ex) {
			logger.warn("An answer cannot be reported as it should be", ex);
		}
	}

	/**
	 * Report that a request was answered with an error because of a failure that nobody
	 * may have reported, as the framework resolved it.
	 * @param failure the failure, wrapped or not; {@code null} if there is none
	 * @param exchange the request, {@code null} if it is not known
	 * @param status the status of the answer
	 * @param code the code of the answer
	 */
	public void answered(@Nullable Throwable failure, @Nullable RequestExchange exchange, int status, String code) {
		if (ClientAbort.isCauseOf(failure)) {
			return;
		}
		if (status >= INTERNAL_ERROR && failure != null && exchange != null && !this.reported.isKnown(exchange)) {
			report(failure, exchange);
		}
		answered(exchange, status, code);
	}

	private void reportFirst(Throwable failure, @Nullable RequestExchange exchange) {
		Throwable unwrapped = RootFailure.unwrap(failure);
		try (FailureIds ids = FailureIds.of(exchange)) {
			log(unwrapped, exchange);
			this.reported.add(failure, exchange);
			tell(unwrapped, exchange);
		}
	}

	private void log(Throwable failure, @Nullable RequestExchange exchange) {
		String where = where(exchange);
		boolean answerable = exchange == null || exchange.committedStatus() == null;
		if (answerable && isCallersFault(failure)) {
			logger.info("Rejected {}: {}", where, failure.getClass().getName());
		}
		else {
			logger.error("Failed {}", where, failure);
		}
	}

	/** A method that is none may be any word of the caller's. */
	private static String where(@Nullable RequestExchange exchange) {
		if (exchange == null) {
			return "an unknown request";
		}
		String method = METHODS.contains(exchange.start().method()) ? exchange.start().method() : "a request";
		return method + " " + ((exchange.route() != null) ? exchange.route() : "without a handler");
	}

	private boolean isCallersFault(Throwable failure) {
		try {
			return this.callersFault.test(failure);
		}
		catch (RuntimeException | Error ex) {
			logger.warn("It is not known how a failure is answered", ex);
			return false;
		}
	}

	private void tell(Throwable failure, @Nullable RequestExchange exchange) {
		for (FailureListener listener : listeners()) {
			try {
				listener.onFailure(failure, exchange);
			}
			catch (RuntimeException | Error ex) {
				logger.warn("A listener failed on a failure: {}", listener.getClass().getName(), ex);
			}
		}
	}

	private List<FailureListener> listeners() {
		try {
			return this.listeners.get();
		}
		catch (RuntimeException | Error ex) {
			logger.warn("Nobody can be told of a failure", ex);
			return List.of();
		}
	}

}
