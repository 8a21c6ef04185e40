package dev.mainstay.core.request.servlet;

import java.io.IOException;

import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.CurrentRequestId;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestIds;
import dev.mainstay.core.request.RequestLifecycle;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.util.WebUtils;

/**
 * The outermost filter: gives a request its identity and puts that on the thread, and has
 * the heads of answers completed. Must be registered for the dispatches {@code REQUEST},
 * {@code ASYNC} and {@code ERROR}, and before all other filters. Where no server hook has
 * begun the exchange, it begins and ends it, too. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RequestIdentityFilter implements Filter {

	private final RequestLifecycle lifecycle;

	private final AnswerHeads heads;

	/**
	 * Create the filter.
	 * @param lifecycle the lifecycle
	 * @param heads completes the heads of answers
	 */
	public RequestIdentityFilter(RequestLifecycle lifecycle, AnswerHeads heads) {
		this.lifecycle = lifecycle;
		this.heads = heads;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse httpResponse) {
			filter(http, httpResponse, chain);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		FilteredExchange ours = FilteredExchange.of(request, this.lifecycle);
		RequestExchange exchange = ours.exchange();
		identify(exchange, request);
		AsyncTimeouts.note(exchange, request);
		try (CurrentRequestId.Scope scope = CurrentRequestId.open(exchange.requestId())) {
			watch(exchange, request, response, chain);
			ours.endOfDispatch(request, response);
		}
		catch (IOException | ServletException | RuntimeException | Error ex) {
			ours.failed(ex);
			throw ex;
		}
		finally {
			AsyncTimeouts.watch(request, response);
		}
	}

	private void identify(RequestExchange exchange, HttpServletRequest request) {
		String header = this.heads.requestIdHeader();
		if (header != null && exchange.requestId() == null) {
			exchange.identify(RequestIds.acceptOrCreate(request.getHeader(header)));
		}
	}

	/** An asynchronous dispatch comes with the response of the first one. */
	private void watch(RequestExchange exchange, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws IOException, ServletException {
		boolean mayBeWatched = request.getDispatcherType() == DispatcherType.ASYNC;
		WatchedResponse watched = mayBeWatched ? WebUtils.getNativeResponse(response, WatchedResponse.class) : null;
		if (watched != null) {
			watch(watched.head(), request, response, chain);
		}
		else {
			WatchedResponse outermost = new WatchedResponse(exchange, this.heads, request, response);
			watch(outermost.head(), new WatchedRequest(request, outermost.head()), outermost, chain);
		}
	}

	private void watch(HeadWatch head, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		boolean returned = false;
		try {
			chain.doFilter(request, response);
			returned = true;
		}
		finally {
			if (!returned) {
				head.identify();
			}
			else if (!request.isAsyncStarted()) {
				head.endOfChain();
			}
		}
	}

}
