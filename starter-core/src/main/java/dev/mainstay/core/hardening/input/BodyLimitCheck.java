package dev.mainstay.core.hardening.input;

import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.validation.limits.BodyLimits;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;

/**
 * A body that is too large should be refused, or at least be noticed.
 */
final class BodyLimitCheck implements HardeningCheck {

	private static final String ENABLED = "mainstay.validation.enabled";

	private static final String BODY_SIZE = "mainstay.validation.limits.body-size";

	private static final String LARGE_BODY = "mainstay.validation.limits.large-body";

	private static final String CODECS = "spring.http.codecs.max-in-memory-size";

	private static final DataSize USUAL = DataSize.ofMegabytes(10);

	/** What Mainstay allows unasked. */
	private static final DataSize LARGEST = DataSize.ofMegabytes(32);

	private static final CheckDescription DESCRIPTION = CheckDescription.of("VAL-14", Group.INPUT, Severity.HIGH)
		.title("The bodies of requests have a largest size")
		.why("""
				Whoever reads a body into memory reads all of it: some clients that send much at the same time end \
				the process, with the requests of everybody else.""")
		.source("OWASP API4:2023; OWASP REST Security Cheat Sheet")
		.decides(
				"""
						Asks Mainstay's limit whether it refuses more than 32 MB, and whether it refuses what is above 10 MB \
						or reports what is large; how large that is, the application says. Passes on the reactive stack where the codecs have their own limit. Not applicable \
						without a web stack.""")
		.fix("""
				mainstay.validation.enabled=true
				mainstay.validation.limits.body-size=10MB
				# or, above mainstay.validation.limits.large-body
				mainstay.validation.large-body=enforce""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		boolean servlet = application.declares("org.springframework.web.servlet.DispatcherServlet");
		boolean reactive = application.declares("org.springframework.web.reactive.DispatcherHandler");
		if (!servlet && !reactive) {
			return Verdict.notApplicable("no web stack");
		}
		List<BodyLimits> limits = application.beans(BodyLimits.class);
		boolean wired = !servlet || application.context().containsBean("mainstayBodyLimitFilter");
		if (!limits.isEmpty() && wired) {
			return verdict(limits.get(0), application);
		}
		boolean codecs = !servlet && size(application, CODECS, DataSize.ofKilobytes(256)).toBytes() >= 0;
		return codecs ? Verdict.pass()
				: Verdict.fail(new Finding("Mainstay limits no bodies: " + application.setting(ENABLED).evidence(),
						application.origin(ENABLED)));
	}

	private static Verdict verdict(BodyLimits limits, InspectedApplication application) {
		if (refuses(limits, USUAL)) {
			return Verdict.pass();
		}
		if (!refuses(limits, LARGEST)) {
			return Verdict.fail(application.setting(BODY_SIZE));
		}
		DataSize large = size(application, LARGE_BODY, DataSize.ofMegabytes(1));
		boolean noticed = Rungs.rule(application, BodyLimits.LARGE_BODY).filter(Rule::isActive).isPresent()
				&& large.compareTo(LARGEST) < 0 && !large.isNegative();
		return noticed ? Verdict.pass()
				: Verdict.fail(new Finding(
						"bodies up to 32 MB are let in, and nobody is told: "
								+ application.setting("mainstay.validation.large-body").evidence(),
						application.origin("mainstay.validation.large-body")));
	}

	private static boolean refuses(BodyLimits limits, DataSize size) {
		return limits.refuses(() -> PathContainer.parsePath("/"), size.toBytes() + 1);
	}

	private static DataSize size(InspectedApplication application, String property, DataSize otherwise) {
		return Binder.get(application.context().getEnvironment()).bind(property, DataSize.class).orElse(otherwise);
	}

}
