package dev.mainstay.resilience.idempotency.reactive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.mainstay.resilience.idempotency.DeclaredPolicy;
import dev.mainstay.resilience.idempotency.KeyParameters;

import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * The handlers of the application that read the key themselves, which is theirs then.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class ReactiveKeyReadingHandlers {

	private final SingletonSupplier<Map<RequestMappingInfo, HandlerMethod>> handlers;

	/**
	 * Create it.
	 * @param mappings gives the mappings; asked once, for the first request with a key or
	 * earlier
	 */
	public ReactiveKeyReadingHandlers(Supplier<List<RequestMappingHandlerMapping>> mappings) {
		this.handlers = SingletonSupplier.of(() -> handlers(mappings.get()));
	}

	private static Map<RequestMappingInfo, HandlerMethod> handlers(List<RequestMappingHandlerMapping> mappings) {
		Map<RequestMappingInfo, HandlerMethod> handlers = new LinkedHashMap<>();
		for (RequestMappingHandlerMapping mapping : mappings) {
			mapping.getHandlerMethods().forEach((info, handler) -> {
				if (KeyParameters.isDeclaredBy(handler) && !DeclaredPolicy.takesKey(handler)) {
					handlers.put(info, handler);
				}
			});
		}
		return handlers;
	}

	/**
	 * Their names.
	 * @return the short names of the methods, in no particular order
	 */
	public List<String> names() {
		return this.handlers.obtain().values().stream().map(HandlerMethod::getShortLogMessage).toList();
	}

	/**
	 * Whether a request may be for one of them.
	 * @param exchange the exchange
	 * @return whether the mapping of one of them matches
	 */
	public boolean match(ServerWebExchange exchange) {
		return this.handlers.obtain().keySet().stream().anyMatch((info) -> info.getMatchingCondition(exchange) != null);
	}

}
