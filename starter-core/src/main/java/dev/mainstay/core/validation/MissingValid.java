package dev.mainstay.core.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.MethodParameter;

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

	/** As many as the handlers of the application have parameters. */
	private final Map<MethodParameter, Depth> depths = new ConcurrentHashMap<>();

	/**
	 * Create the check.
	 * @param validator checks the constraints
	 * @param rule the rule, on its rung
	 */
	public MissingValid(Validator validator, Rule rule) {
		this.validator = validator;
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
	 * Find what is not valid in an argument and will not be found by anybody else.
	 * @param parameter the parameter of the handler
	 * @param argument the argument, as it was read from the request
	 * @return the argument itself, or the elements of a list, that are not valid; empty
	 * if all are, or if the application looks after it
	 */
	public List<Invalid> find(MethodParameter parameter, Object argument) {
		Depth depth = depth(parameter);
		if (depth == Depth.NONE) {
			return List.of();
		}
		try {
			return (depth == Depth.ELEMENTS && argument instanceof List<?> elements) ? elements(elements)
					: object(argument);
		}
		catch (RuntimeException ex) {
			return failed(ex, parameter);
		}
	}

	private Depth depth(MethodParameter parameter) {
		Depth depth = this.depths.get(parameter);
		return (depth != null) ? depth : this.depths.computeIfAbsent(parameter, Depth::of);
	}

	private List<Invalid> object(Object argument) {
		if (argument instanceof Optional<?> optional) {
			return optional.isPresent() ? object(optional.get()) : List.of();
		}
		return this.validator.validate(argument).isEmpty() ? List.of() : List.of(new Invalid(argument, null));
	}

	private List<Invalid> elements(List<?> elements) {
		List<Invalid> invalid = new ArrayList<>();
		int index = 0;
		for (Object element : elements) {
			if (element != null && !this.validator.validate(element).isEmpty()) {
				invalid.add(new Invalid(element, index));
			}
			index++;
		}
		return invalid;
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
	 * Something that is not valid.
	 *
	 * @param value the value
	 * @param index its place in the argument, {@code null} if it is the argument itself
	 * @since 0.1.0
	 */
	public record Invalid(Object value, @Nullable Integer index) {

	}

}
