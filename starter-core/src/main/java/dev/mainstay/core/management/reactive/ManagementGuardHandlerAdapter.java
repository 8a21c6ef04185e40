package dev.mainstay.core.management.reactive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.mainstay.core.management.EndpointHandlers;
import dev.mainstay.core.management.EndpointOperation;
import dev.mainstay.core.management.ManagementGuard;
import dev.mainstay.core.problem.Problem;
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

	private final Map<ApplicationContext, List<HandlerAdapter>> others = new ConcurrentHashMap<>();

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
		this.handlers = ReactiveEndpoints.handlers(basePath);
		this.writer = writer;
		this.mainContext = mainContext;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public boolean supports(Object handler) {
		return this.handlers.isEndpoint(handler);
	}

	@Override
	public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
		ApplicationContext context = Optional.ofNullable(exchange.getApplicationContext()).orElse(this.mainContext);
		HandlerAdapter next = next(context, handler);
		EndpointOperation operation = this.handlers.operationOf(handler, context);
		if (operation == null || !this.guard.guards(operation.endpoint())) {
			return next.handle(exchange, handler);
		}
		return exchange.getPrincipal()
			.filter(KnownCallers::isKnown)
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.map((principal) -> new ReactiveManagementCall(operation, exchange, principal.orElse(null)))
			.flatMap((call) -> {
				Problem refusal = this.guard.refusal(call);
				return (refusal == null) ? next.handle(exchange, handler)
						: this.writer.write(exchange, refusal).then(Mono.empty());
			});
	}

	private HandlerAdapter next(ApplicationContext context, Object handler) {
		List<HandlerAdapter> others = this.others.get(context);
		if (others == null) {
			others = others(context);
			this.others.put(context, others);
		}
		return others.stream().filter((adapter) -> adapter.supports(handler)).findFirst().orElseThrow();
	}

	private static List<HandlerAdapter> others(ApplicationContext context) {
		return BeanFactoryUtils.beansOfTypeIncludingAncestors(context, HandlerAdapter.class, true, false)
			.values()
			.stream()
			.filter((adapter) -> !(adapter instanceof ManagementGuardHandlerAdapter))
			.sorted(AnnotationAwareOrderComparator.INSTANCE)
			.toList();
	}

}
