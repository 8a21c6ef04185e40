package dev.mainstay.observability.telemetry.autoconfigure;

import java.util.Set;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.observability.telemetry.DeliveryLedger;
import dev.mainstay.observability.telemetry.metrics.ExportedMeters;
import dev.mainstay.observability.telemetry.metrics.MetricsExport;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.resources.Resource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the export of metrics. With the registry of Micrometer for OTLP
 * on the class path that registry exports them, to the same address.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ExportAutoConfiguration.class)
@ConditionalOnClass({ MeterRegistry.class, MetricExporter.class, OtlpHttpMetricExporter.class })
@ConditionalOnMissingClass("io.micrometer.registry.otlp.OtlpMeterRegistry")
@ConditionalOnBooleanProperty(
		name = { Switch.MAINSTAY, TelemetryAutoConfiguration.ENABLED, "management.opentelemetry.enabled" },
		matchIfMissing = true)
public final class MetricExportAutoConfiguration {

	/** By their names, as the first may be left out; others begin anew in each step. */
	private static final Set<String> COUNT_SINCE_THE_START = Set.of(
			"io.micrometer.prometheusmetrics.PrometheusMeterRegistry",
			"io.micrometer.core.instrument.simple.SimpleMeterRegistry");

	/** Nobody asks for it, so it would never be created where beans are lazy. */
	@Bean
	@Lazy(false)
	@ConditionalOnMissingBean
	MetricsExport mainstayMetricsExport(ObjectProvider<MeterRegistry> registries, ObjectProvider<ExportedMeters> others,
			ObjectProvider<Resource> resource, ObjectProvider<DeliveryLedger> ledgers, Environment environment) {
		// Without Boot's tracing there is nobody else to count for.
		DeliveryLedger ledger = ledgers.getIfAvailable(DeliveryLedger::new);
		MetricExportSettings settings = MetricExportSettings.of(environment);
		boolean wanted = Switch.isOn(environment, TelemetryAutoConfiguration.ENABLED)
				&& !OpenTelemetryAgent.isAttached();
		if (settings == null || !wanted) {
			return MetricsExport.none();
		}
		MetricExporter exporter = MetricsExport.counted(settings.exporter(), ledger, settings.patience());
		return MetricsExport.start(() -> registry(registries), () -> others.stream().toList(),
				resource.getIfAvailable(Resource::getDefault), exporter, settings.step());
	}

	private static @Nullable MeterRegistry registry(ObjectProvider<MeterRegistry> registries) {
		return registries.stream()
			.filter((it) -> COUNT_SINCE_THE_START.contains(it.getClass().getName()))
			.findFirst()
			.orElse(null);
	}

}
