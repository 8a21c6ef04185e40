package dev.mainstay.resilience.idempotency.servlet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import dev.mainstay.resilience.idempotency.DeclaredPolicy;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What the handlers of the application say of keys. Thread-safe.
 *
 * @since 0.1.0
 */
public final class DeclaredHandlers {

	private final SingletonSupplier<Mappings> mappings;

	/**
	 * Create it.
	 * @param mappings gives the mappings in their order; asked once, for the first
	 * request or earlier
	 */
	public DeclaredHandlers(Supplier<List<RequestMappingHandlerMapping>> mappings) {
		this.mappings = SingletonSupplier.of(() -> Mappings.of(mappings.get()));
	}

	/**
	 * What they say, by their routes.
	 * @return the methods and patterns, and what is said of them
	 */
	public Map<String, DeclaredPolicy> routes() {
		Map<String, DeclaredPolicy> routes = new LinkedHashMap<>();
		this.mappings.obtain()
			.declared()
			.forEach((info, policy) -> policy.routes(methods(info), info.getPatternValues())
				.forEach((route) -> routes.put(route, policy)));
		return routes;
	}

	private static List<String> methods(RequestMappingInfo info) {
		return info.getMethodsCondition().getMethods().stream().map(RequestMethod::name).toList();
	}

	boolean requireSome() {
		return this.mappings.obtain().declared().values().stream().anyMatch(DeclaredPolicy::isRequired);
	}

	/**
	 * What the handler of a request says. It is looked for among all handlers only if one
	 * that says something matches, as another one may match better.
	 */
	@Nullable DeclaredPolicy of(HttpServletRequest request) {
		Mappings all = this.mappings.obtain();
		return all.declared().isEmpty() ? null : ParsedPaths.during(request, () -> find(all, request));
	}

	private static @Nullable DeclaredPolicy find(Mappings all, HttpServletRequest request) {
		if (all.declared().keySet().stream().allMatch((info) -> match(info, request) == null)) {
			return null;
		}
		for (List<RequestMappingInfo> mapping : all.handlers()) {
			RequestMappingInfo best = best(mapping, request);
			if (best != null) {
				return all.declared().get(best);
			}
		}
		return null;
	}

	private static @Nullable RequestMappingInfo best(List<RequestMappingInfo> mapping, HttpServletRequest request) {
		RequestMappingInfo best = null;
		RequestMappingInfo bestMatch = null;
		for (RequestMappingInfo info : mapping) {
			RequestMappingInfo match = match(info, request);
			if (match != null && (bestMatch == null || match.compareTo(bestMatch, request) < 0)) {
				best = info;
				bestMatch = match;
			}
		}
		return best;
	}

	private static @Nullable RequestMappingInfo match(RequestMappingInfo info, HttpServletRequest request) {
		return info.getMatchingCondition(request);
	}

	/**
	 * The mappings of the application.
	 *
	 * @param handlers their handlers, in the order in which the mappings are asked
	 * @param declared what is said of those that say something
	 */
	private record Mappings(List<List<RequestMappingInfo>> handlers, Map<RequestMappingInfo, DeclaredPolicy> declared) {

		static Mappings of(List<RequestMappingHandlerMapping> mappings) {
			List<List<RequestMappingInfo>> handlers = new ArrayList<>();
			Map<RequestMappingInfo, DeclaredPolicy> declared = new LinkedHashMap<>();
			for (RequestMappingHandlerMapping mapping : mappings) {
				Map<RequestMappingInfo, HandlerMethod> some = mapping.getHandlerMethods();
				handlers.add(List.copyOf(some.keySet()));
				some.forEach((info, handler) -> declared.computeIfAbsent(info, (key) -> DeclaredPolicy.of(handler)));
			}
			declared.values().removeIf(Objects::isNull);
			return new Mappings(handlers, declared);
		}

	}

}
