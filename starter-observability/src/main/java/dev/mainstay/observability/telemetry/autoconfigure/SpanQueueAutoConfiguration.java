package dev.mainstay.observability.telemetry.autoconfigure;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.observability.telemetry.DeliveryLedger;
import dev.mainstay.observability.telemetry.DropMeterProvider;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.exporter.SpanFilter;
import io.micrometer.tracing.exporter.SpanReporter;
import io.micrometer.tracing.otel.bridge.CompositeSpanExporter;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessorBuilder;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the queue of spans: that of Spring Boot, which counts what has no
 * room in it where nobody else would see it. Meters of OpenTelemetry that the application
 * has are where it counts then. No {@link MeterProvider} is published for that: the
 * application may look for one, and take it.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ExportAutoConfiguration.class,
		beforeName = "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
@ConditionalOnClass({ SpanExporters.class, CompositeSpanExporter.class, BatchSpanProcessor.class })
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, TelemetryAutoConfiguration.ENABLED }, matchIfMissing = true)
public final class SpanQueueAutoConfiguration {

	private static final String PREFIX = "management.opentelemetry.tracing";

	@Bean
	@ConditionalOnBean({ DeliveryLedger.class, SpanExporters.class })
	@ConditionalOnMissingBean
	BatchSpanProcessor mainstaySpanQueue(SpanExporters exporters, DeliveryLedger ledger,
			ListableBeanFactory beanFactory, Environment environment) {
		OpenTelemetryTracingProperties.Export export = Binder.get(environment)
			.bindOrCreate(PREFIX, OpenTelemetryTracingProperties.class)
			.getExport();
		BatchSpanProcessorBuilder builder = BatchSpanProcessor.builder(exporter(exporters, beanFactory))
			.setExportUnsampledSpans(export.isIncludeUnsampled())
			.setExporterTimeout(export.getTimeout())
			.setMaxExportBatchSize(export.getMaxBatchSize())
			.setMaxQueueSize(export.getMaxQueueSize())
			.setScheduleDelay(export.getScheduleDelay());
		MeterProvider meters = beanFactory.getBeanProvider(MeterProvider.class).getIfAvailable();
		if (meters != null) {
			return builder.setMeterProvider(meters).build();
		}
		if (!Switch.isOn(environment, TelemetryAutoConfiguration.ENABLED)) {
			return builder.build();
		}
		builder.setMeterProvider(new DropMeterProvider(ledger));
		return ledger.countFor(builder::build);
	}

	private static SpanExporter exporter(SpanExporters exporters, ListableBeanFactory beanFactory) {
		return new CompositeSpanExporter(exporters.list(),
				beanFactory.getBeanProvider(SpanExportingPredicate.class).orderedStream().toList(),
				beanFactory.getBeanProvider(SpanReporter.class).orderedStream().toList(),
				beanFactory.getBeanProvider(SpanFilter.class).orderedStream().toList());
	}

}
