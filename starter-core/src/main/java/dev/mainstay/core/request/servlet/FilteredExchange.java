package dev.mainstay.core.request.servlet;

import java.util.Collections;

import dev.mainstay.core.request.ClientAbort;
import dev.mainstay.core.request.HeaderNames;
import dev.mainstay.core.request.Peer;
import dev.mainstay.core.request.RequestEnd;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RequestStart;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The exchange as the filter sees it. It belongs to the filter where no server hook has
 * begun it: in a test without a server, or in a container that we do not know.
 */
final class FilteredExchange implements AsyncEnd {

	private static final String ATTRIBUTE = FilteredExchange.class.getName();

	private final RequestExchange exchange;

	private final boolean owned;

	private FilteredExchange(RequestExchange exchange, boolean owned) {
		this.exchange = exchange;
		this.owned = owned;
	}

	static FilteredExchange of(HttpServletRequest request, RequestLifecycle lifecycle) {
		FilteredExchange begun = (FilteredExchange) request.getAttribute(ATTRIBUTE);
		if (begun != null) {
			return begun;
		}
		RequestExchange exchange = (RequestExchange) request.getAttribute(RequestExchange.ATTRIBUTE);
		return (exchange != null) ? new FilteredExchange(exchange, false) : begin(request, lifecycle);
	}

	/** No address: what the container says may come from a forwarding header. */
	private static FilteredExchange begin(HttpServletRequest request, RequestLifecycle lifecycle) {
		Peer peer = Peer.of(null, null, HeaderNames.of(Collections.list(request.getHeaderNames())),
				(name) -> Collections.list(request.getHeaders(name)));
		RequestExchange exchange = lifecycle.begin(new RequestStart(request.getMethod(), request.getRequestURI(), peer,
				RequestOrigin.APPLICATION, System.nanoTime()));
		FilteredExchange begun = new FilteredExchange(exchange, true);
		request.setAttribute(RequestExchange.ATTRIBUTE, exchange);
		request.setAttribute(ATTRIBUTE, begun);
		return begun;
	}

	RequestExchange exchange() {
		return this.exchange;
	}

	void endOfDispatch(HttpServletRequest request, HttpServletResponse response) {
		if (this.owned && (!request.isAsyncStarted() || !AsyncEnd.add(this, request, response))) {
			end(response.getStatus(), false);
		}
	}

	/** Nobody is left who could handle the failure. */
	void failed(Throwable failure) {
		boolean aborted = ClientAbort.isCauseOf(failure);
		if (!aborted) {
			this.exchange.failed(failure);
		}
		if (this.owned) {
			end(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, aborted);
		}
	}

	private void end(int status, boolean aborted) {
		this.exchange.complete(new RequestEnd(status, aborted, -1, -1));
	}

	@Override
	public void onError(AsyncEvent event) {
		failed(event.getThrowable());
	}

	@Override
	public void onComplete(AsyncEvent event) {
		end(((HttpServletResponse) event.getSuppliedResponse()).getStatus(), false);
	}

}
