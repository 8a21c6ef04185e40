package dev.mainstay.core.failure.servlet;

import java.io.IOException;

import dev.mainstay.core.failure.FailureReporter;
import dev.mainstay.core.request.RequestExchange;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/**
 * Reports what leaves the filters of the application, and lets it go on: until then one
 * of them may still answer it, as Spring Security does. Must be registered for the
 * dispatches {@code REQUEST} and {@code ASYNC}, inside the filter that starts the
 * observation, whose scope the report needs. Thread-safe.
 *
 * @since 0.1.0
 */
public final class FailureReportingFilter implements Filter {

	/** The logger of Tomcat's wrapper of a servlet is named after it and its parents. */
	private static final String TOMCAT = "org.apache.catalina.core.ContainerBase.";

	private static final String[] ONCE = { TOMCAT };

	/** Both the dispatch and the wrapper behind it log what an async dispatch throws. */
	private static final String[] TWICE = { TOMCAT, TOMCAT };

	private final FailureReporter reporter;

	/**
	 * Create the filter.
	 * @param reporter reports
	 */
	public FailureReportingFilter(FailureReporter reporter) {
		this.reporter = reporter;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		try {
			chain.doFilter(request, response);
		}
		catch (IOException | ServletException | RuntimeException | Error failure) {
			this.reporter.report(failure, (RequestExchange) request.getAttribute(RequestExchange.ATTRIBUTE),
					(request.getDispatcherType() == DispatcherType.ASYNC) ? TWICE : ONCE);
			throw failure;
		}
	}

}
