package dev.mainstay.core.validation.parameters;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.ProblemException;
import dev.mainstay.core.problem.Violation;
import dev.mainstay.core.problem.Violation.In;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.MethodParameter;

/**
 * What to do about a parameter that is sent twice to a handler that takes one value of
 * it: the framework takes the first one or joins both, and whoever stands before the
 * service may have looked at the other. Called by the web stacks. Thread-safe.
 *
 * @since 0.1.0
 */
public final class DuplicateParameters {

	/**
	 * The name of the rule among those of the validation.
	 */
	public static final String RULE = "duplicate-parameters";

	/**
	 * The name of the request attribute that says that the request has broken the rule.
	 */
	public static final String ATTRIBUTE = DuplicateParameters.class.getName();

	private static final Logger logger = LoggerFactory.getLogger(DuplicateParameters.class);

	private final Rule rule;

	/** As many as the handlers of the application have parameters. */
	private final Map<MethodParameter, String[]> names = new ConcurrentHashMap<>();

	/**
	 * Create it.
	 * @param rule the rule, on its rung
	 */
	public DuplicateParameters(Rule rule) {
		this.rule = rule;
	}

	/**
	 * Whether parameters are looked at.
	 * @return whether the rule is on any rung but off
	 */
	public boolean isActive() {
		return this.rule.isActive();
	}

	/**
	 * The request parameters of which a parameter of a handler takes one value.
	 * @param parameter the parameter of the handler
	 * @return their names, not to be changed; empty if it takes many, or none
	 */
	public String[] scalars(MethodParameter parameter) {
		String[] known = this.names.get(parameter);
		return (known != null) ? known : this.names.computeIfAbsent(parameter, DuplicateParameters::find);
	}

	/** A type that cannot be looked at has no names. */
	private static String[] find(MethodParameter parameter) {
		try {
			return ScalarNames.of(parameter);
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("The names of {} cannot be told", parameter, ex);
			return new String[0];
		}
	}

	/**
	 * Called when a request has sent a parameter twice that is taken once.
	 * @param parameter the parameter of the handler
	 * @param name the name of the request parameter
	 * @param first whether this request has not broken the rule before: it is counted
	 * once
	 * @throws ProblemException if the request has to be rejected
	 */
	public void found(MethodParameter parameter, String name, boolean first) {
		String subject = parameter.getContainingClass().getSimpleName() + "#" + parameter.getExecutable().getName();
		if (first ? this.rule.broken(subject) : this.rule.rung() == Rung.ENFORCE) {
			throw new ProblemException(Problem.of(ProblemCode.MALFORMED_REQUEST)
				.withErrors(List.of(new Violation(In.PARAMETER, name, "duplicate-parameter",
						"The parameter is sent more than once."))));
		}
	}

}
