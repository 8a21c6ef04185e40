package dev.mainstay.core.hardening.errors;

import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.hardening.Basis;
import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.probe.ProbeAnswer;
import dev.mainstay.core.hardening.probe.Prober;
import dev.mainstay.core.hardening.probe.web.Probers;

/**
 * What is set is one thing; what is answered is the contract.
 */
final class FailureAnswersCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("ERR-05", Group.ERRORS, Severity.HIGH)
		.basis(Basis.OBSERVATION)
		.title("Failures are answered for programs, and tell nothing of the inside")
		.why("""
				An advice or an error page that nobody thinks of any more answers in a form of its own, with the \
				message of an exception: the name of a host, a statement, a value of somebody else.""")
		.source("ASVS 5.0 16.5.1, 4.1.1; RFC 9457")
		.decides(
				"""
								A probe: sends a request without a handler, one with a method that no handler has, and to a handler of \
						Mainstay's one with half a JSON document, one with a text for a number, and one that fails with a \
						message to look for; all for JSON, and past Spring Security. Each has to be answered with a status that \
						fits, in a form that a program can read (ERR-06 asks for one form), and without that message or the \
						name of a class. Filters, advices and the error page are the application's; no handler of it is \
						called. Unknown if a filter answers first. Not applicable unless probes are on.""")
		.fix("""
				// in the advice that answers instead: rethrow what it does not know, and map what it knows
				@Bean
				ProblemMapper outOfStock() {
					return (failure) -> (failure instanceof OutOfStockException)
							? Problem.of(409, "out-of-stock", "Out Of Stock") : null;
				}""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		Prober prober = Probers.of(application);
		if (prober == null) {
			return Verdict.notApplicable(Probers.missing(application));
		}
		List<Finding> findings = new ArrayList<>();
		List<String> unseen = new ArrayList<>();
		for (FailedProbe probe : FailedProbe.of(application)) {
			ProbeAnswer answer = prober.ask(probe.probe());
			probe.findings(answer).map(Finding::of).forEach(findings::add);
			if (probe.isAnsweredBefore(answer)) {
				unseen.add(probe.name());
			}
		}
		return (findings.isEmpty() && !unseen.isEmpty())
				? Verdict.unknown("a filter answers first: " + String.join(", ", unseen)) : Verdict.of(findings);
	}

}
