package dev.mainstay.core.validation.parameters.reactive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.mainstay.core.problem.ProblemException;
import dev.mainstay.core.validation.parameters.DuplicateParameters;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;

/**
 * Looks at how often the parameters of the query were sent before the adapter of the
 * framework calls the handler: what this one resolves arguments with is not to be
 * reached. Stands aside for any other adapter and for handlers that take nothing of the
 * kind. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SingleValueHandlerAdapter implements HandlerAdapter, Ordered {

	private final DuplicateParameters duplicates;

	private final ObjectProvider<HandlerAdapter> adapters;

	/**
	 * As many as the application has handlers, by their first parameters: the controller
	 * in a handler method may be made anew for each request.
	 */
	private final Map<MethodParameter, Scalars> scalars = new ConcurrentHashMap<>();

	/**
	 * Create the adapter.
	 * @param duplicates what to do about what is found
	 * @param adapters all adapters, asked for at the first request
	 */
	public SingleValueHandlerAdapter(DuplicateParameters duplicates, ObjectProvider<HandlerAdapter> adapters) {
		this.duplicates = duplicates;
		this.adapters = adapters;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public boolean supports(Object handler) {
		return this.duplicates.isActive() && handler instanceof HandlerMethod method
				&& scalars(method).adapter() != null;
	}

	@Override
	public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
		Scalars known = scalars((HandlerMethod) handler);
		HandlerAdapter adapter = known.adapter();
		if (adapter == null) {
			return Mono.error(new IllegalStateException("Not supported: " + handler));
		}
		try {
			look(exchange, known);
		}
		catch (ProblemException ex) {
			return Mono.error(ex);
		}
		return adapter.handle(exchange, handler);
	}

	private void look(ServerWebExchange exchange, Scalars known) {
		MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
		for (int i = 0; i < known.names().length; i++) {
			List<String> values = query.get(known.names()[i]);
			if (values != null && values.size() > 1) {
				boolean first = exchange.getAttributes().putIfAbsent(DuplicateParameters.ATTRIBUTE, true) == null;
				this.duplicates.found(known.parameters()[i], known.names()[i], first);
			}
		}
	}

	private Scalars scalars(HandlerMethod handler) {
		MethodParameter[] parameters = handler.getMethodParameters();
		if (parameters.length == 0) {
			return Scalars.NONE;
		}
		Scalars known = this.scalars.get(parameters[0]);
		if (known == null) {
			known = find(handler);
			this.scalars.put(parameters[0], known);
		}
		return known;
	}

	private Scalars find(HandlerMethod handler) {
		List<String> names = new ArrayList<>();
		List<MethodParameter> parameters = new ArrayList<>();
		for (MethodParameter parameter : handler.getMethodParameters()) {
			String[] found = isQueried(parameter) ? this.duplicates.scalars(parameter) : new String[0];
			names.addAll(List.of(found));
			Arrays.stream(found).forEach((name) -> parameters.add(parameter));
		}
		HandlerAdapter next = names.isEmpty() ? null : next(handler);
		return new Scalars(names.toArray(String[]::new), parameters.toArray(MethodParameter[]::new),
				(next instanceof RequestMappingHandlerAdapter) ? next : null);
	}

	/** Without an annotation, a resolver of the application may take the parameter. */
	private static boolean isQueried(MethodParameter parameter) {
		return parameter.hasParameterAnnotation(RequestParam.class)
				|| parameter.hasParameterAnnotation(ModelAttribute.class);
	}

	/** The one that would have called the handler. */
	private @Nullable HandlerAdapter next(HandlerMethod handler) {
		return this.adapters.orderedStream()
			.filter((adapter) -> adapter != this && adapter.supports(handler))
			.findFirst()
			.orElse(null);
	}

	/**
	 * What a handler takes one value of.
	 *
	 * @param names the names of the parameters of the query
	 * @param parameters the parameter of the handler for each of them
	 * @param adapter what calls the handler, {@code null} if it is left alone
	 */
	private record Scalars(String[] names, MethodParameter[] parameters, @Nullable HandlerAdapter adapter) {

		private static final Scalars NONE = new Scalars(new String[0], new MethodParameter[0], null);

	}

}
