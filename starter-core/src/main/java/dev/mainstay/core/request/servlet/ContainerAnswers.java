package dev.mainstay.core.request.servlet;

import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.CurrentRequestId;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Completes the head of an answer that is given past all filters, as to what the
 * container itself turns away, so that it looks like any other. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ContainerAnswers {

	private final AnswerHeads heads;

	/**
	 * Create the answers.
	 * @param heads completes the heads
	 */
	public ContainerAnswers(AnswerHeads heads) {
		this.heads = heads;
	}

	/**
	 * Give the request its identity, unless it has one, and put that on the thread.
	 * Called before the answer is made.
	 * @param request the request
	 * @return ends the work for this request
	 */
	public CurrentRequestId.Scope identify(HttpServletRequest request) {
		RequestExchange exchange = exchange(request);
		String header = this.heads.requestIdHeader();
		if (exchange != null && exchange.requestId() == null && header != null) {
			exchange.identify(RequestIds.acceptOrCreate(request.getHeader(header)));
		}
		return CurrentRequestId.open((exchange != null) ? exchange.requestId() : null);
	}

	/**
	 * Complete the head. Called before anything of the answer is written.
	 * @param request the request
	 * @param response its response
	 * @param status the status of the answer
	 */
	public void complete(HttpServletRequest request, HttpServletResponse response, int status) {
		RequestExchange exchange = exchange(request);
		if (exchange != null) {
			this.heads.complete(exchange, new ServletHead(request, response, status, null));
		}
	}

	private static @Nullable RequestExchange exchange(HttpServletRequest request) {
		return (RequestExchange) request.getAttribute(RequestExchange.ATTRIBUTE);
	}

}
