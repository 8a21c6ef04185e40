package dev.mainstay.core.hardening.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.Basis;
import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.probe.Probe;
import dev.mainstay.core.hardening.probe.ProbeAnswer;
import dev.mainstay.core.hardening.probe.Prober;
import dev.mainstay.core.hardening.probe.web.Probers;
import dev.mainstay.core.hardening.web.ExamplePath;
import dev.mainstay.core.hardening.web.InspectedHandlers;
import dev.mainstay.core.hardening.probe.web.ServletPath;

/**
 * What protects browsers should be on all answers, those to failures too.
 */
final class AnswerHeadersCheck implements HardeningCheck {

	private static final String PATH = "/mainstay-probe/7c1f";

	private static final String SERVER = "server.server-header";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("HDR-02", Group.BROWSER, Severity.MEDIUM)
		.basis(Basis.OBSERVATION)
		.title("Errors, too, carry the headers that protect browsers")
		.why("""
				A browser that guesses what an answer is runs what somebody has uploaded. It is the answer that \
				nobody has tested, that of an error or past a filter, that lacks the header.""")
		.source("ASVS 5.0 3.4.4, 13.4.6; ZAP 10037")
		.decides("""
				A probe: asks as a stranger for a path that no handler has, and for the first one that has a handler \
				for GET, which is not called. Both answers need X-Content-Type-Options: nosniff, and neither may name \
				the product that has made it (X-Powered-By). The same is asked of server.server-header, which the \
				server adds. Not applicable unless probes are on. Waive it if a proxy adds the header.""")
		.fix("""
				mainstay.security.headers.enabled=true
				# and delete server.server-header""");

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
		Stream.concat(Stream.of(PATH), pathOfHandler(application)).forEach((path) -> {
			String whole = ServletPath.of(application) + path;
			add(findings, "the answer to GET " + whole, prober.ask(Probe.ofStranger("GET", whole)));
		});
		String server = application.value(SERVER);
		if (server != null && server.matches(".*[0-9].*")) {
			findings.add(application.setting(SERVER));
		}
		return Verdict.of(findings);
	}

	private static Stream<String> pathOfHandler(InspectedApplication application) {
		return InspectedHandlers.of(application)
			.stream()
			.filter((handler) -> handler.verbs().isEmpty() || handler.verbs().contains("GET"))
			.flatMap((handler) -> handler.paths().stream())
			.sorted()
			.limit(1)
			.map(ExamplePath::of);
	}

	private static void add(List<Finding> findings, String name, ProbeAnswer answer) {
		String options = answer.header("X-Content-Type-Options");
		if (options == null || !options.toLowerCase(Locale.ROOT).contains("nosniff")) {
			findings.add(Finding.of(name + " has no X-Content-Type-Options: nosniff (status " + answer.status() + ")"));
		}
		String product = answer.header("X-Powered-By");
		if (product != null) {
			findings.add(Finding.of(name + " names what has made it: " + product));
		}
	}

}
