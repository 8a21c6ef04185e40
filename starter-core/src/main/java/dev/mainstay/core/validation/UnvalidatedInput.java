package dev.mainstay.core.validation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * Tells from the types alone where constraints were written that nobody checks. Looks at
 * the same parameters as {@link MissingValid} does when a request comes. Thread-safe.
 *
 * @since 0.1.0
 */
public final class UnvalidatedInput {

	private final Links links;

	/**
	 * Create it.
	 * @param validator knows the constraints
	 */
	public UnvalidatedInput(Validator validator) {
		this.links = new Links(validator);
	}

	/**
	 * Find the type that a parameter has to be validated as, and is not.
	 * @param parameter the parameter of a handler, which is read from a request
	 * @return the type that has constraints, or that of the elements; {@code null} if
	 * there is none, or somebody asks for its validation
	 */
	public @Nullable Class<?> forgotten(MethodParameter parameter) {
		Scope scope = Scope.of(parameter);
		Class<?> type = (scope.looked() && !scope.asked()) ? Scope.type(parameter) : null;
		return (type != null && this.links.isConstrained(type)) ? type : null;
	}

	/**
	 * Find the properties that hold what has constraints, and do not cascade to it.
	 * @param parameter the parameter of a handler, which is read from a request
	 * @param leftOut types that are not looked into
	 * @return the class and the name of each property, such as {@code Order.items}
	 */
	public List<String> notCascaded(MethodParameter parameter, Predicate<Class<?>> leftOut) {
		Class<?> root = Scope.of(parameter).looked() ? Scope.type(parameter) : null;
		List<String> found = new ArrayList<>();
		Set<Class<?>> seen = new HashSet<>();
		Deque<Class<?>> left = new ArrayDeque<>();
		if (root != null && !leftOut.test(root)) {
			seen.add(root);
			left.add(root);
		}
		while (!left.isEmpty()) {
			Class<?> type = left.pop();
			for (Link link : this.links.links(type)) {
				boolean looked = !leftOut.test(link.target());
				if (looked && this.links.isForgotten(link) && !leadsBack(link, seen)) {
					found.add(type.getSimpleName() + "." + link.name());
				}
				if (looked && seen.add(link.target())) {
					left.add(link.target());
				}
			}
		}
		return found;
	}

	/** What a child says of its parent was looked at with the parent. */
	private static boolean leadsBack(Link link, Set<Class<?>> seen) {
		return seen.contains(link.target());
	}

}
