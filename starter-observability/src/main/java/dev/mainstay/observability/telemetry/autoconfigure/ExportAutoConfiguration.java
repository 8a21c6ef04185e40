package dev.mainstay.observability.telemetry.autoconfigure;

import java.time.Duration;
import java.util.List;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.observability.logging.MaskingSettings;
import dev.mainstay.observability.telemetry.DeliveryLedger;
import dev.mainstay.observability.telemetry.ValueMasker;
import dev.mainstay.observability.telemetry.traces.HonestSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the export of spans. The exporters are those of Spring Boot and
 * of the application; this masks what they send and counts what they do not deliver.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
		beforeName = "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
@ConditionalOnClass({ SpanExporters.class, OtlpHttpSpanExporter.class })
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, TelemetryAutoConfiguration.ENABLED }, matchIfMissing = true)
@EnableConfigurationProperties(TelemetryProperties.class)
public final class ExportAutoConfiguration {

	private static final String TIMEOUT = "management.opentelemetry.tracing.export.timeout";

	@Bean
	@ConditionalOnMissingBean
	DeliveryLedger mainstayDeliveryLedger() {
		return new DeliveryLedger();
	}

	@Bean
	ExportStatus mainstayExportStatus(Environment environment) {
		return new ExportStatus(environment);
	}

	@Bean
	@ConditionalOnMissingBean
	SpanExporters mainstaySpanExporters(ObjectProvider<SpanExporter> exporters, DeliveryLedger ledger,
			Environment environment) {
		List<SpanExporter> all = exporters.orderedStream().toList();
		if (!Switch.isOn(environment, TelemetryAutoConfiguration.ENABLED)) {
			return SpanExporters.of(all);
		}
		ValueMasker values = ValueMasker.of(MaskingSettings.engine(environment));
		Duration patience = environment.getProperty(TIMEOUT, Duration.class, Duration.ofSeconds(30));
		boolean agent = OpenTelemetryAgent.exportsInsteadOf(EndpointDefault.TRACES, environment);
		return SpanExporters.of(all.stream()
			.filter((exporter) -> !agent || !isOfSpringBoot(exporter))
			.map((exporter) -> new HonestSpanExporter(exporter, ledger, values, patience))
			.toList());
	}

	private static boolean isOfSpringBoot(SpanExporter exporter) {
		return exporter instanceof OtlpHttpSpanExporter || exporter instanceof OtlpGrpcSpanExporter;
	}

}
