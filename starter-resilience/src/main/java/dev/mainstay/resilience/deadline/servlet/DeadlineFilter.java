package dev.mainstay.resilience.deadline.servlet;

import java.io.IOException;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.servlet.ServletProblemWriter;
import dev.mainstay.resilience.deadline.Arrival;
import dev.mainstay.resilience.deadline.Deadline;
import dev.mainstay.resilience.deadline.InboundDeadlines;
import dev.mainstay.resilience.retry.InboundAttempt;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Has a request worked on under its deadline, and as the attempt that it is. Must be
 * registered for the dispatches {@code REQUEST} and {@code ASYNC}: the work may go on
 * after a dispatch, on another thread and still under the same deadline. Thread-safe.
 *
 * @since 0.1.0
 */
public final class DeadlineFilter implements Filter {

	private static final String ARRIVAL = Arrival.class.getName();

	private final InboundDeadlines deadlines;

	private final @Nullable ServletProblemWriter problems;

	/**
	 * Create the filter.
	 * @param deadlines decides what becomes of a request
	 * @param problems writes refusals, {@code null} to leave that to the error page
	 */
	public DeadlineFilter(InboundDeadlines deadlines, @Nullable ServletProblemWriter problems) {
		this.deadlines = deadlines;
		this.problems = problems;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Arrival arrival = (request instanceof HttpServletRequest http) ? arrival(http) : Arrival.PLAIN;
		if (arrival.refused() && response instanceof HttpServletResponse http) {
			refuse((HttpServletRequest) request, http);
		}
		else if (arrival.isPlain()) {
			chain.doFilter(request, response);
		}
		else {
			bound(arrival, request, response, chain);
		}
	}

	private Arrival arrival(HttpServletRequest request) {
		if (request.getDispatcherType() == DispatcherType.ASYNC) {
			return (request.getAttribute(ARRIVAL) instanceof Arrival known) ? known : Arrival.PLAIN;
		}
		Arrival arrival = this.deadlines.arrive(new ServletInboundRequest(request));
		if (!arrival.isPlain()) {
			request.setAttribute(ARRIVAL, arrival);
		}
		return arrival;
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (this.problems != null) {
			this.problems.write(request, response, Problem.of(ProblemCode.DEADLINE_EXCEEDED));
		}
		else {
			response.sendError(HttpServletResponse.SC_GATEWAY_TIMEOUT);
		}
	}

	private static void bound(Arrival arrival, ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Deadline deadline = arrival.deadline();
		Deadline.Scope scope = (deadline != null) ? deadline.open() : null;
		try {
			attempt(arrival.attempt(), request, response, chain);
		}
		finally {
			if (scope != null) {
				scope.close();
			}
		}
	}

	private static void attempt(int number, ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (number == 1) {
			chain.doFilter(request, response);
			return;
		}
		InboundAttempt.set(number);
		try {
			chain.doFilter(request, response);
		}
		finally {
			InboundAttempt.clear();
		}
	}

}
