package dev.mainstay.observability.tracing.sampling.autoconfigure;

import io.micrometer.tracing.exporter.SpanReporter;
import io.micrometer.tracing.otel.bridge.CompositeSpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;

/**
 * Tells what exports spans from what only looks at them: that of the SDK, which leaves
 * out spans that are not sampled, as a processor of the application may not do.
 *
 * @param exporters whether there is anything to which Spring Boot would export
 */
record ExportingProcessors(boolean exporters) {

	/** Reporters of Micrometer are exported to in the same way. */
	static boolean hasExporters(ListableBeanFactory beanFactory) {
		return beanFactory.getBeanProvider(SpanExporters.class).stream().anyMatch((list) -> !list.list().isEmpty())
				|| beanFactory.getBeanNamesForType(SpanReporter.class, true, false).length > 0;
	}

	boolean isOne(SpanProcessor processor) {
		return processor instanceof SimpleSpanProcessor
				|| (processor instanceof BatchSpanProcessor && (this.exporters || !isOfSpringBoot(processor)));
	}

	/** It is there without any exporter, too. */
	static boolean isOfSpringBoot(SpanProcessor processor) {
		return processor instanceof BatchSpanProcessor batch
				&& batch.getSpanExporter() instanceof CompositeSpanExporter;
	}

}
