package dev.mainstay.core.hardening.input;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.Basis;
import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.validation.json.JsonRule;

/**
 * JSON that only looks right should be refused.
 */
final class JsonStrictnessCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("VAL-08", Group.INPUT, Severity.LOW)
		.basis(Basis.OBSERVATION)
		.title("JSON that only looks right is refused")
		.why("""
				A misspelt name, a name that comes twice or a text for a number is taken for something else than \
				the caller meant, and nobody is told.""")
		.source("ASVS 5.0 1.5.3, 15.3.5, 15.3.3")
		.decides("""
				Asks Mainstay's rules on JSON for their rung, and how many requests have broken them. A rule that \
				only reports counts in production, as a desk has no callers to go by. The rule on control characters \
				is not asked for. Not applicable where Mainstay reads no JSON.""")
		.fix("""
				# when the counts stay at zero
				mainstay.validation.strictness=strict""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		long requests = application.beans(Ladder.class).stream().mapToLong(Ladder::requests).sum();
		List<Rule> rules = Arrays.stream(JsonRule.values())
			.filter((rule) -> rule != JsonRule.CONTROL_CHARACTERS)
			.map((rule) -> Rungs.rule(application, rule.property()))
			.flatMap(Optional::stream)
			.toList();
		if (rules.isEmpty()) {
			return Verdict.notApplicable("Mainstay reads no JSON");
		}
		boolean desk = application.production() == null;
		List<Finding> findings = rules.stream()
			.filter((rule) -> !desk || rule.rung() != Rung.REPORT)
			.flatMap((rule) -> finding(rule, requests, application))
			.toList();
		boolean reports = desk && rules.stream().anyMatch((rule) -> rule.rung() == Rung.REPORT);
		return (findings.isEmpty() && reports) ? Verdict.notApplicable("no sign of production, and the rules report")
				: Verdict.of(findings);
	}

	private static Stream<Finding> finding(Rule rule, long requests, InspectedApplication application) {
		String seen = switch (rule.rung()) {
			case OFF -> " is off";
			case REPORT -> " only reports: " + rule.hits() + " of " + requests + " requests broke it";
			case ENFORCE -> "";
		};
		return seen.isEmpty() ? Stream.empty()
				: Stream.of(new Finding(rule.property() + seen, application.origin(rule.property())));
	}

}
