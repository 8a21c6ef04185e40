package dev.mainstay.core.request.servlet;

import java.io.IOException;

import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.TraceIdSource;
import dev.mainstay.core.request.TraceIds;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Notes the identity of the trace. Must be registered behind the filter that starts the
 * observation, and behind the one that reports failures, which then finds it noted.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class RequestTraceFilter implements Filter {

	private final TraceIdSource source;

	/**
	 * Create the filter.
	 * @param source reads the identity of the trace
	 */
	public RequestTraceFilter(TraceIdSource source) {
		this.source = source;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		RequestExchange exchange = (RequestExchange) request.getAttribute(RequestExchange.ATTRIBUTE);
		if (exchange != null && exchange.traceIds() == null && request instanceof HttpServletRequest http) {
			ServerHttpObservationFilter.findObservationContext(http).ifPresent((context) -> {
				TraceIds traceIds = this.source.traceIds(context);
				if (traceIds != null) {
					exchange.traced(traceIds);
				}
			});
		}
		chain.doFilter(request, response);
	}

}
