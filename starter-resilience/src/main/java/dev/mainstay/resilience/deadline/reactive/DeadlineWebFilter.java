package dev.mainstay.resilience.deadline.reactive;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.reactive.ReactiveProblemWriter;
import dev.mainstay.resilience.deadline.Arrival;
import dev.mainstay.resilience.deadline.InboundDeadlines;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Has a request worked on under its deadline, and as the attempt that it is, wherever the
 * context of Reactor goes. Thread-safe.
 *
 * @since 0.1.0
 */
public final class DeadlineWebFilter implements WebFilter, Ordered {

	/** Behind the limits of bodies (+10), before any work is done. */
	static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 12;

	private final InboundDeadlines deadlines;

	private final @Nullable ReactiveProblemWriter problems;

	private final boolean active;

	/**
	 * Create the filter.
	 * @param deadlines decides what becomes of a request
	 * @param problems writes refusals, {@code null} to answer with the status alone
	 * @param active whether it does anything
	 */
	public DeadlineWebFilter(InboundDeadlines deadlines, @Nullable ReactiveProblemWriter problems, boolean active) {
		this.deadlines = deadlines;
		this.problems = problems;
		this.active = active;
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		Arrival arrival = this.active ? this.deadlines.arrive(new ReactiveInboundRequest(exchange)) : Arrival.PLAIN;
		if (arrival.refused()) {
			return refuse(exchange);
		}
		Mono<Void> handling = chain.filter(exchange);
		return arrival.isPlain() ? handling : new BoundHandling(handling, arrival);
	}

	private Mono<Void> refuse(ServerWebExchange exchange) {
		if (this.problems != null) {
			return this.problems.write(exchange, Problem.of(ProblemCode.DEADLINE_EXCEEDED));
		}
		exchange.getResponse().setStatusCode(HttpStatus.GATEWAY_TIMEOUT);
		return exchange.getResponse().setComplete();
	}

}
