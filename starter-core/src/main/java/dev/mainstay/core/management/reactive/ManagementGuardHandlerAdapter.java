package dev.mainstay.core.management.reactive;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.mainstay.core.management.ManagementGuard;
import dev.mainstay.core.problem.reactive.ReactiveProblemWriter;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.server.ServerWebExchange;

/**
 * Asks the guard before the handler of a guarded endpoint runs, whatever path led to it.
 * WebFlux has no interceptors; an adapter in front of the one that runs the handler is
 * bound to the handler as they are, and costs other handlers one comparison. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ManagementGuardHandlerAdapter implements HandlerAdapter, Ordered {

	private final ManagementGuard guard;

	private final EndpointHandlers handlers;

	private final ReactiveProblemWriter writer;

	private final ApplicationContext mainContext;

	/**
	 * Create the adapter.
	 * @param guard the guard
	 * @param basePath the path below which the endpoints are mapped
	 * @param writer answers those who are refused
	 * @param mainContext the context of the application itself
	 */
	public ManagementGuardHandlerAdapter(ManagementGuard guard, String basePath, ReactiveProblemWriter writer,
			ApplicationContext mainContext) {
		this.guard = guard;
		this.handlers = new EndpointHandlers(basePath);
		this.writer = writer;
		this.mainContext = mainContext;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public boolean supports(Object handler) {
		return EndpointHandlers.isEndpoint(handler);
	}

	@Override
	public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
		ApplicationContext context = Optional.ofNullable(exchange.getApplicationContext()).orElse(this.mainContext);
		HandlerAdapter next = next(context, handler);
		String endpoint = this.handlers.endpointOf(handler, context);
		if (endpoint == null || !this.guard.guards(endpoint)) {
			return next.handle(exchange, handler);
		}
		return exchange.getPrincipal()
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.map((principal) -> new ReactiveManagementCall(endpoint, exchange, principal.orElse(null)))
			.flatMap((call) -> this.guard.admits(call) ? next.handle(exchange, handler)
					: this.writer.write(exchange, this.guard.refusal()).then(Mono.empty()));
	}

	private HandlerAdapter next(ApplicationContext context, Object handler) {
		Comparator<Object> order = AnnotationAwareOrderComparator.INSTANCE;
		List<HandlerAdapter> others = BeanFactoryUtils
			.beansOfTypeIncludingAncestors(context, HandlerAdapter.class, true, false)
			.values()
			.stream()
			.filter((adapter) -> !(adapter instanceof ManagementGuardHandlerAdapter) && adapter.supports(handler))
			.sorted(order)
			.toList();
		return others.get(0);
	}

}
