package dev.mainstay.core.request.servlet;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.mainstay.core.request.ClientAbort;
import dev.mainstay.core.request.RequestEnd;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestOrigin;
import jakarta.servlet.RequestDispatcher;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.ActionCode;
import org.apache.coyote.BadRequestException;
import org.jspecify.annotations.Nullable;

/**
 * What Tomcat knows of a request when it has ended.
 */
final class TomcatEnd {

	private final Request request;

	private final Response response;

	private final @Nullable Throwable error;

	private final RequestExchange exchange;

	private TomcatEnd(RequestExchange exchange, Request request, Response response) {
		this.exchange = exchange;
		this.request = request;
		this.response = response;
		this.error = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
	}

	static void end(RequestExchange exchange, Request request, Response response) {
		new TomcatEnd(exchange, request, response).end();
	}

	private void end() {
		boolean aborted = ClientAbort.isCauseOf(this.error) || isConnectionBroken();
		Throwable failure = this.error;
		if (!aborted && failure != null && isUnhandled(failure)) {
			this.exchange.failed(failure);
		}
		this.exchange.complete(new RequestEnd(status(), aborted, this.request.getCoyoteRequest().getBytesRead(),
				this.response.getBytesWritten(false)));
	}

	/**
	 * After a failure Tomcat breaks an answer that it has begun, and then cannot write to
	 * it: that is no abort, and the filter has noted the failure.
	 */
	private boolean isConnectionBroken() {
		return this.exchange.failure() == null && (this.error == null || this.error instanceof IOException)
				&& (this.response.getCoyoteResponse().isExceptionPresent() || isConnectionBrokenWhileReading());
	}

	private boolean isConnectionBrokenWhileReading() {
		Exception failure = this.request.getCoyoteRequest().getErrorException();
		return failure instanceof IOException && !(failure instanceof BadRequestException)
				&& !(failure instanceof SocketTimeoutException);
	}

	/**
	 * An unreadable body leaves its exception even where the application answers that.
	 */
	private boolean isUnhandled(Throwable failure) {
		return failure != this.request.getCoyoteRequest().getErrorException()
				&& this.exchange.start().origin() != RequestOrigin.CONTAINER;
	}

	/** What was not sent yet still will be, unless the connection is broken. */
	private @Nullable Integer status() {
		if (!this.response.getCoyoteResponse().isCommitted()) {
			AtomicBoolean sendable = new AtomicBoolean();
			this.response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, sendable);
			return sendable.get() ? this.response.getStatus() : null;
		}
		return this.response.getStatus();
	}

}
