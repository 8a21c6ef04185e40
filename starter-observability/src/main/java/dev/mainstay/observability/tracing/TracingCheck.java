package dev.mainstay.observability.tracing;

import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;

/**
 * Requests are traced, some traces are kept, and callees are told.
 */
final class TracingCheck implements HardeningCheck {

	private static final String ENABLED = "mainstay.tracing.enabled";

	private static final String SAMPLING = "management.tracing.sampling.probability";

	private static final String PROPAGATION = "management.tracing.propagation.type";

	/** Traces of its own accord. */
	private static final String AGENT = "io.opentelemetry.javaagent.OpenTelemetryAgent";

	/** A sampler of shares keeps it unless its share is nothing. */
	private static final String FIRST_OF_ALL = "00000000000000000000000000000001";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("OBS-04", Group.OPERATIONS, Severity.MEDIUM)
		.title("Requests are traced across services")
		.why("""
				Without a trace nobody can tell which of many calls was slow or failed, and the log lines of one \
				request in several services cannot be put together.""")
		.source("ASVS 5.0 16.2.1; W3C Trace Context")
		.decides("""
				Looks for a tracer that traces, asks the sampler of OpenTelemetry whether it keeps anything, and the \
				propagator whether it sends anything along. Passes with the agent of OpenTelemetry. Only in \
				production.""")
		.fix(ENABLED + "=true\n" + SAMPLING + "=0.1\n" + PROPAGATION + "=W3C");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		if (application.hasClass(AGENT)) {
			return Verdict.pass();
		}
		List<Tracer> tracers = application.beans(Tracer.class);
		if (tracers.stream().allMatch((tracer) -> tracer == Tracer.NOOP)) {
			return Verdict
				.fail(new Finding("there is no tracer, or one that does nothing", application.origin(ENABLED)));
		}
		List<Finding> findings = new ArrayList<>();
		if (application.beans(Sampler.class).stream().anyMatch(TracingCheck::keepsNothing)) {
			findings.add(application.setting(SAMPLING));
		}
		List<TextMapPropagator> propagators = application.beans(TextMapPropagator.class);
		if (!propagators.isEmpty() && propagators.stream().allMatch((it) -> it.fields().isEmpty())) {
			findings.add(new Finding("the propagator sends nothing along", application.origin(PROPAGATION)));
		}
		return Verdict.of(findings);
	}

	/** What another sampler says of one trace, says nothing of the others. */
	private static boolean keepsNothing(Sampler sampler) {
		return sampler.getClass().getName().startsWith("io.opentelemetry.sdk.trace.samplers.") && sampler
			.shouldSample(Context.root(), FIRST_OF_ALL, "hardening", SpanKind.SERVER, Attributes.empty(), List.of())
			.getDecision() == SamplingDecision.DROP;
	}

}
