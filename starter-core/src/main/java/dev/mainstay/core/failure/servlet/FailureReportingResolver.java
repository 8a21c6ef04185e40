package dev.mainstay.core.failure.servlet;

import dev.mainstay.core.failure.FailureReporter;
import dev.mainstay.core.request.RequestExchange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Reports what no resolver of the application or of Spring has handled, and resolves
 * nothing: the failure goes on as if this were not here. Thread-safe.
 *
 * @since 0.1.0
 */
public final class FailureReportingResolver implements HandlerExceptionResolver, Ordered {

	private final FailureReporter reporter;

	/**
	 * Create the resolver.
	 * @param reporter reports
	 */
	public FailureReportingResolver(FailureReporter reporter) {
		this.reporter = reporter;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception failure) {
		this.reporter.report(failure, (RequestExchange) request.getAttribute(RequestExchange.ATTRIBUTE));
		return null;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
