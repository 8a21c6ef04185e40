package dev.mainstay.core.failure.reactive;

import java.util.function.IntSupplier;

import dev.mainstay.core.failure.FailureReporter;
import dev.mainstay.core.request.RequestExchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Reports what no filter and no exception handler of the application wanted, and handles
 * nothing: the failure goes on as if this were not here. Must come right before the
 * handler that answers everything in the application's place, and last if there is none.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class FailureReportingHandler implements WebExceptionHandler, Ordered {

	private static final Logger logger = LoggerFactory.getLogger(FailureReportingHandler.class);

	private static final String ADAPTER = "org.springframework.web.server.adapter.HttpWebHandlerAdapter";

	/** Boot's handler logs what it answers with 500; without one, the adapter does. */
	private static final String[] ANSWERED = {
			"org.springframework.boot.webflux.autoconfigure.error.AbstractErrorWebExceptionHandler", ADAPTER };

	private static final String[] COMMITTED = { ADAPTER, "reactor.netty.http.server.HttpServerOperations" };

	private static final int INTERNAL_SERVER_ERROR = 500;

	private final FailureReporter reporter;

	private final IntSupplier order;

	private final boolean active;

	/**
	 * Create the handler.
	 * @param reporter reports
	 * @param order asked for the place among the exception handlers when they are known
	 * @param active whether it reports; read at run time, because in an AOT-processed
	 * application the handler is there whatever the properties say
	 */
	public FailureReportingHandler(FailureReporter reporter, IntSupplier order, boolean active) {
		this.reporter = reporter;
		this.order = order;
		this.active = active;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange webExchange, Throwable failure) {
		boolean committed = webExchange.getResponse().isCommitted();
		if (this.active && !isNoFailure(failure, committed)) {
			RequestExchange exchange = webExchange.getAttribute(RequestExchange.ATTRIBUTE);
			this.reporter.report(failure, exchange, committed ? COMMITTED : ANSWERED);
		}
		return Mono.error(failure);
	}

	/**
	 * An exception with a status of its own is an answer, which Spring MVC would have
	 * given before it came to filters; only 500 is what everything else is, too. A client
	 * that went away is known as WebFlux knows it, which then does not answer.
	 */
	private static boolean isNoFailure(Throwable failure, boolean committed) {
		try {
			Integer status = committed ? null : status(failure);
			return (status != null && status != INTERNAL_SERVER_ERROR)
					|| DisconnectedClientHelper.isClientDisconnectedException(failure);
		}
		catch (RuntimeException | Error ex) {
			logger.debug("The status of a failure cannot be read", ex);
			return false;
		}
	}

	private static @Nullable Integer status(Throwable failure) {
		if (failure instanceof ErrorResponse response) {
			return response.getStatusCode().value();
		}
		ResponseStatus status = AnnotatedElementUtils.findMergedAnnotation(failure.getClass(), ResponseStatus.class);
		return (status != null) ? status.code().value() : null;
	}

	@Override
	public int getOrder() {
		return this.order.getAsInt();
	}

}
