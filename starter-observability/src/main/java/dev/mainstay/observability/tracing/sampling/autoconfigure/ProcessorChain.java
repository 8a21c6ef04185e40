package dev.mainstay.observability.tracing.sampling.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.observability.logging.MaskingSettings;
import dev.mainstay.observability.telemetry.ValueMasker;
import dev.mainstay.observability.telemetry.traces.MaskingProcessor;
import dev.mainstay.observability.tracing.sampling.SampledOnly;
import dev.mainstay.observability.tracing.sampling.TailSampling;
import io.micrometer.tracing.exporter.SpanReporter;
import io.opentelemetry.sdk.trace.SpanProcessor;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.core.env.Environment;

/**
 * What spans go through: those that export behind the buffer, those of the application
 * behind what hides from them what they would not see without Mainstay.
 *
 * @param exporting tells which export
 * @param masking stands before those whose exporters are not masked by themselves
 */
record ProcessorChain(ExportingProcessors exporting, UnaryOperator<SpanProcessor> masking) {

	/** Ours, or that of Spring Boot where ours is off, and masking of spans with it. */
	private static final Set<String> OURS = Set.of("mainstaySpanExporters", "spanExporters");

	static ProcessorChain of(ListableBeanFactory beanFactory, Environment environment) {
		return new ProcessorChain(new ExportingProcessors(ExportingProcessors.hasExporters(beanFactory)),
				masking(beanFactory, environment));
	}

	/**
	 * Spring Boot's processor has our exporters, and reporters or a list of the
	 * application that nobody else masks for.
	 */
	private static UnaryOperator<SpanProcessor> masking(ListableBeanFactory beanFactory, Environment environment) {
		if (!Switch.isOn(environment, "mainstay.masking.enabled")
				|| !Switch.isOn(environment, "mainstay.telemetry.enabled")) {
			return UnaryOperator.identity();
		}
		ValueMasker masker = ValueMasker.of(MaskingSettings.engine(environment));
		boolean raw = beanFactory.getBeanNamesForType(SpanReporter.class, true, false).length > 0
				|| !OURS.containsAll(List.of(beanFactory.getBeanNamesForType(SpanExporters.class, true, false)));
		return (processor) -> (processor.isEndRequired() && (raw || !ExportingProcessors.isOfSpringBoot(processor)))
				? new MaskingProcessor(processor, masker) : processor;
	}

	List<SpanProcessor> whole(List<SpanProcessor> processors) {
		return processors.stream().map(this.masking).toList();
	}

	/** In the place of the first that exports. */
	List<SpanProcessor> sampled(List<SpanProcessor> processors, TailSampling tail) {
		List<SpanProcessor> exports = processors.stream().filter(this.exporting::isOne).map(this.masking).toList();
		List<SpanProcessor> all = new ArrayList<>();
		boolean placed = false;
		for (SpanProcessor processor : processors) {
			if (!this.exporting.isOne(processor)) {
				SpanProcessor masked = this.masking.apply(processor);
				all.add(exports.isEmpty() ? masked : SampledOnly.before(processor, masked));
			}
			else if (!placed) {
				placed = true;
				all.add(tail.before(exports));
			}
		}
		return all;
	}

}
