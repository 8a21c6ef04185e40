package dev.mainstay.resilience.idempotency;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * What {@link Idempotent} says of a handler.
 *
 * @param annotation what was found
 * @param ofMethod whether it was found on the method rather than on its class
 * @since 0.1.0
 */
public record DeclaredPolicy(Idempotent annotation, boolean ofMethod) {

	private static final Set<String> METHODS_OF_CLASSES = Set.of("POST", "PATCH");

	/**
	 * Look at a handler.
	 * @param handler the handler
	 * @return what it says, {@code null} if it says nothing
	 */
	public static @Nullable DeclaredPolicy of(HandlerMethod handler) {
		Idempotent ofMethod = handler.getMethodAnnotation(Idempotent.class);
		if (ofMethod != null) {
			return new DeclaredPolicy(ofMethod, true);
		}
		Idempotent ofClass = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Idempotent.class);
		return (ofClass != null) ? new DeclaredPolicy(ofClass, false) : null;
	}

	/**
	 * Whether a handler says that its keys are ours, although it may read them as well.
	 * @param handler the handler
	 * @return whether it does
	 */
	public static boolean takesKey(HandlerMethod handler) {
		DeclaredPolicy declared = of(handler);
		return declared != null && declared.annotation().value() != KeyUse.OFF;
	}

	/**
	 * The routes that it speaks of.
	 * @param methods the methods of the handler's mapping, none for all
	 * @param patterns the patterns of its paths
	 * @return methods and patterns
	 */
	public List<String> routes(Collection<String> methods, Collection<String> patterns) {
		Collection<String> some = methods.isEmpty() ? RouteRules.METHODS : methods;
		return some.stream()
			.filter(this::appliesTo)
			.flatMap((method) -> patterns.stream().map((pattern) -> method + " " + pattern))
			.sorted()
			.toList();
	}

	/**
	 * Whether it speaks of requests of a method.
	 * @param method the method
	 * @return whether it does
	 */
	boolean appliesTo(String method) {
		return this.ofMethod ? RouteRules.METHODS.contains(method) : METHODS_OF_CLASSES.contains(method);
	}

	/**
	 * Whether a request has to carry a key, unless something else was configured.
	 * @return whether it does
	 */
	public boolean isRequired() {
		return this.annotation.value() == KeyUse.REQUIRED;
	}

	RoutePolicy policy() {
		return new RoutePolicy(this.annotation.value(), true, false, this.annotation.keepServerErrors(),
				first(this.annotation.onAbandoned()), first(this.annotation.mode()));
	}

	private static <T> @Nullable T first(T[] some) {
		return (some.length > 0) ? some[0] : null;
	}

}
