package dev.mainstay.resilience.deadline.servlet;

import java.util.Enumeration;

import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestStart;
import dev.mainstay.resilience.deadline.InboundRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request on the servlet stack.
 */
final class ServletInboundRequest implements InboundRequest {

	private final HttpServletRequest request;

	ServletInboundRequest(HttpServletRequest request) {
		this.request = request;
	}

	@Override
	public @Nullable String onlyValue(String name) {
		String first = this.request.getHeader(name);
		return (first != null && isOnly(name)) ? first : null;
	}

	private boolean isOnly(String name) {
		Enumeration<String> values = this.request.getHeaders(name);
		values.nextElement();
		return !values.hasMoreElements();
	}

	@Override
	public @Nullable RequestStart start() {
		return (this.request.getAttribute(RequestExchange.ATTRIBUTE) instanceof RequestExchange exchange)
				? exchange.start() : null;
	}

}
