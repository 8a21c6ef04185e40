package dev.mainstay.core.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.problem.Problem;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpEntity;

/**
 * Finds what would have been rejected if a handler's parameter had been annotated with
 * {@code @Valid}. Called by the web stacks for each argument that was read from a
 * request. Thread-safe.
 *
 * @since 0.1.0
 */
public final class MissingValid {

	/**
	 * The name of the rule among those of the validation.
	 */
	public static final String RULE = "missing-valid";

	/**
	 * The name of the request attribute that says that the request has broken the rule.
	 */
	public static final String ATTRIBUTE = MissingValid.class.getName();

	private static final Logger logger = LoggerFactory.getLogger(MissingValid.class);

	private final Validator validator;

	private final Rule rule;

	private final Links links;

	/** As many as the handlers of the application have parameters. */
	private final Map<MethodParameter, Scope> scopes = new ConcurrentHashMap<>();

	/**
	 * Create the check.
	 * @param validator checks the constraints
	 * @param rule the rule, on its rung
	 */
	public MissingValid(Validator validator, Rule rule) {
		this.validator = validator;
		this.links = new Links(validator);
		this.rule = rule;
	}

	/**
	 * Whether arguments are looked at.
	 * @return whether the rule is on any rung but off
	 */
	public boolean isActive() {
		return this.rule.isActive();
	}

	/**
	 * Whether there is anything to look at in a type.
	 * @param type the type of a parameter of a handler
	 * @return whether it has constraints, or leads to a type that has
	 */
	public boolean concerns(Class<?> type) {
		try {
			Links.Plan plan = this.links.plan(type);
			return plan.constrained() || !plan.forgotten().isEmpty();
		}
		catch (RuntimeException ex) {
			logger.debug("The constraints of {} cannot be told", type, ex);
			return false;
		}
	}

	/**
	 * Find what is not valid in an argument and will not be found by anybody else.
	 * @param parameter the parameter of the handler
	 * @param argument the argument, as it was read from the request
	 * @return the argument itself, or the elements of a container, that are not valid or
	 * hold something that is not; empty if all are, or if the application looks after it
	 */
	public List<Invalid> find(MethodParameter parameter, Object argument) {
		Scope scope = scope(parameter);
		Object content = scope.looked() ? content(argument) : null;
		if (content == null) {
			return List.of();
		}
		try {
			Roots roots = new Roots(this.validator, this.links, scope.asked(), enough());
			return scope.elements() ? roots.elements(content) : roots.object(content);
		}
		catch (RuntimeException ex) {
			return failed(ex, parameter);
		}
	}

	private Scope scope(MethodParameter parameter) {
		Scope scope = this.scopes.get(parameter);
		return (scope != null) ? scope : this.scopes.computeIfAbsent(parameter, Scope::of);
	}

	private static @Nullable Object content(Object argument) {
		Object content = (argument instanceof HttpEntity<?> entity) ? entity.getBody() : argument;
		return (content instanceof Optional<?> optional) ? optional.orElse(null) : content;
	}

	/** To count a request, one is enough. */
	private int enough() {
		return (this.rule.rung() == Rung.ENFORCE) ? Problem.MAX_ERRORS + 1 : 1;
	}

	/** A validator that fails would fail the request with {@code @Valid}, too. */
	private List<Invalid> failed(RuntimeException failure, MethodParameter parameter) {
		if (this.rule.rung() == Rung.ENFORCE) {
			throw failure;
		}
		logger.debug("A constraint of {} cannot be checked", subject(parameter), failure);
		return List.of();
	}

	/**
	 * Called when something was found, to count it against the request.
	 * @param parameter the parameter of the handler
	 * @param first whether this request has not broken the rule before: it is counted
	 * once
	 * @return whether the request has to be rejected
	 */
	public boolean broken(MethodParameter parameter, boolean first) {
		return first ? this.rule.broken(subject(parameter)) : this.rule.rung() == Rung.ENFORCE;
	}

	private static String subject(MethodParameter parameter) {
		return parameter.getContainingClass().getSimpleName() + "#" + parameter.getExecutable().getName();
	}

	/**
	 * Something that is not valid, or holds something that is not.
	 *
	 * @param value the value
	 * @param index its place in the argument, {@code null} if it is the argument itself
	 * or the value of a map
	 * @param key its key in the argument, {@code null} if this is no map
	 * @param nested what it holds that is not valid and that it does not cascade to
	 * @since 0.1.0
	 */
	public record Invalid(Object value, @Nullable Integer index, @Nullable Object key, List<Nested> nested) {

		/**
		 * Whether it is an element of the argument.
		 * @return whether it has a place in it
		 */
		public boolean isElement() {
			return this.index != null || this.key != null;
		}

	}

	/**
	 * An object that is not valid, reached through a property without {@code @Valid}.
	 *
	 * @param path the path of properties that leads to it, such as {@code items[0]}
	 * @param value the object
	 * @since 0.1.0
	 */
	public record Nested(String path, Object value) {

	}

}
