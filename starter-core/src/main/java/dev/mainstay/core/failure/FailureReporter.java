package dev.mainstay.core.failure;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

import dev.mainstay.core.request.ClientAbort;
import dev.mainstay.core.request.ExchangeIds;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RootFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports a failure that nobody handled: one event in the log with the stack trace, on
 * the thread on which it passed and with the ids of its request. What fails for a request
 * that nobody has made is not reported. Thread-safe; never throws, as the failure itself
 * is what has to go on.
 *
 * @since 0.1.0
 */
public final class FailureReporter {

	private static final Logger logger = LoggerFactory.getLogger("mainstay.failure");

	private final ReportedFailures reported;

	private final ToIntFunction<Throwable> status;

	private final Supplier<List<FailureListener>> listeners;

	/**
	 * Create a reporter.
	 * @param reported remembers what was reported
	 * @param status tells with which status a failure is answered; what is answered below
	 * 500 is no error of the service and is logged without a stack trace
	 * @param listeners asked for the listeners with every failure, so that they may be
	 * created after the server
	 */
	public FailureReporter(ReportedFailures reported, ToIntFunction<Throwable> status,
			Supplier<List<FailureListener>> listeners) {
		this.reported = reported;
		this.status = status;
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
			if (!isMadeUp(exchange) && !this.reported.contains(failure, exchange)) {
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
		if (isMadeUp(exchange) || this.reported.isKnown(exchange)) {
			return;
		}
		try (ExchangeIds ids = ExchangeIds.of(exchange)) {
			FailedRequest request = new FailedRequest(exchange, status);
			if (request.isCallersFault()) {
				request.describe(logger.atInfo()).log("Rejected {}: {} {}", request.toString(), status, code);
			}
			else {
				request.describe(logger.atWarn()).log("Failed {}: {} {}", request.toString(), status, code);
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
		if (isMadeUp(exchange) || ClientAbort.isCauseOf(failure)) {
			return;
		}
		if (status >= FailedRequest.INTERNAL_ERROR && failure != null && exchange != null
				&& !this.reported.isKnown(exchange)) {
			report(failure, exchange);
		}
		answered(exchange, status, code);
	}

	/** The server knows of no probe before a handler was chosen for it. */
	private static boolean isMadeUp(@Nullable RequestExchange exchange) {
		return exchange != null && exchange.start().origin() == RequestOrigin.PROBE;
	}

	private void reportFirst(Throwable failure, @Nullable RequestExchange exchange) {
		Throwable unwrapped = RootFailure.unwrap(failure);
		try (ExchangeIds ids = ExchangeIds.of(exchange)) {
			log(unwrapped, exchange);
			this.reported.add(failure, exchange);
			tell(unwrapped, exchange);
		}
	}

	private void log(Throwable failure, @Nullable RequestExchange exchange) {
		Integer committed = (exchange != null) ? exchange.committedStatus() : null;
		FailedRequest request = new FailedRequest(exchange, (committed != null) ? committed : status(failure));
		if (committed == null && request.isCallersFault()) {
			request.describe(logger.atInfo()).log("Rejected {}: {}", request.toString(), failure.getClass().getName());
		}
		else {
			request.describe(logger.atError()).setCause(failure).log("Failed {}", request.toString());
		}
	}

	private int status(Throwable failure) {
		try {
			return this.status.applyAsInt(failure);
		}
		catch (RuntimeException | Error ex) {
			logger.warn("It is not known how a failure is answered", ex);
			return FailedRequest.INTERNAL_ERROR;
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
