package dev.mainstay.resilience.idempotency.autoconfigure;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.problem.ProblemFormat;
import dev.mainstay.core.problem.reactive.ReactiveProblemWriter;
import dev.mainstay.core.problem.servlet.ServletProblemWriter;

/**
 * Writers of refusals for an application that excludes those of the core starter.
 */
final class PlainProblems {

	private static final String TYPE_BASE = "urn:problem-type:mainstay:";

	private PlainProblems() {
	}

	static ServletProblemWriter servlet() {
		return new ServletProblemWriter(new ProblemFormat(TYPE_BASE, TextMasker.none()));
	}

	static ReactiveProblemWriter reactive() {
		return new ReactiveProblemWriter(new ProblemFormat(TYPE_BASE, TextMasker.none()));
	}

}
