package dev.mainstay.resilience.idempotency.servlet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.mainstay.resilience.idempotency.DeclaredPolicy;
import dev.mainstay.resilience.idempotency.KeyParameters;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The handlers of the application that read the key themselves, which is theirs then.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class KeyReadingHandlers {

	private final SingletonSupplier<Map<RequestMappingInfo, HandlerMethod>> handlers;

	/**
	 * Create it.
	 * @param mappings gives the mappings; asked once, for the first request with a key or
	 * earlier
	 */
	public KeyReadingHandlers(Supplier<List<RequestMappingHandlerMapping>> mappings) {
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
	 * @param request the request
	 * @return whether the mapping of one of them matches
	 */
	public boolean match(HttpServletRequest request) {
		Map<RequestMappingInfo, HandlerMethod> some = this.handlers.obtain();
		return !some.isEmpty() && match(some, request);
	}

	private static boolean match(Map<RequestMappingInfo, HandlerMethod> handlers, HttpServletRequest request) {
		return ParsedPaths.during(request, () -> handlers.keySet().stream().anyMatch((info) -> matches(info, request)));
	}

	private static boolean matches(RequestMappingInfo info, HttpServletRequest request) {
		@Nullable RequestMappingInfo match = info.getMatchingCondition(request);
		return match != null;
	}

}
