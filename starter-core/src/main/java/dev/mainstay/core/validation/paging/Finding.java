package dev.mainstay.core.validation.paging;

import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.ProblemException;
import dev.mainstay.core.problem.Violation;
import dev.mainstay.core.problem.Violation.In;

/**
 * A rule that a request breaks.
 *
 * @param rule the rule
 * @param violation what the caller is told
 * @param readable whether what was sent is understood, and only too much
 */
record Finding(Rule rule, Violation violation, boolean readable) {

	static Finding of(Rule rule, String parameter, Hint hint, boolean readable) {
		String code = rule.name().substring(rule.name().indexOf('.') + 1);
		Violation violation = new Violation(In.PARAMETER, parameter, code, hint.detail()).withParams(hint.params());
		return new Finding(rule, violation, readable);
	}

	/**
	 * Count what was found, and reject the request if one of the rules says so.
	 */
	static void settle(List<Finding> findings, String subject, PagingRequest request) {
		List<Finding> rejecting = new ArrayList<>();
		for (Finding each : findings) {
			boolean first = request.mark(Finding.class.getName() + '.' + each.rule.name());
			if (first ? each.rule.broken(subject) : each.rule.rung() == Rung.ENFORCE) {
				rejecting.add(each);
			}
		}
		if (!rejecting.isEmpty()) {
			throw new ProblemException(problem(rejecting));
		}
	}

	private static Problem problem(List<Finding> findings) {
		boolean unreadable = findings.stream().noneMatch(Finding::readable);
		return Problem.of(unreadable ? ProblemCode.MALFORMED_REQUEST : ProblemCode.VALIDATION_FAILED)
			.withErrors(findings.stream().map(Finding::violation).sorted(Violation.ORDER).toList());
	}

}
