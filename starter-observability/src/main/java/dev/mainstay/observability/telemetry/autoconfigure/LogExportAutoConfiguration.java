package dev.mainstay.observability.telemetry.autoconfigure;

import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.observability.logging.MainstayLogFormatter;
import dev.mainstay.observability.telemetry.DeliveryLedger;
import dev.mainstay.observability.telemetry.DropMeterProvider;
import dev.mainstay.observability.telemetry.logs.HonestLogRecordExporter;
import dev.mainstay.observability.telemetry.logs.LogBridge;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.logs.OtlpGrpcLogRecordExporter;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessorBuilder;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the export of logs. The exporter is that of Spring Boot, which
 * has nothing to export without a bridge from Logback.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ExportAutoConfiguration.class, before = OpenTelemetryLoggingAutoConfiguration.class)
@ConditionalOnClass({ LoggerContext.class, OpenTelemetryLoggingAutoConfiguration.class, SdkLoggerProvider.class,
		OtlpHttpLogRecordExporter.class })
@ConditionalOnBooleanProperty(
		name = { Switch.MAINSTAY, TelemetryAutoConfiguration.ENABLED, "management.opentelemetry.enabled" },
		matchIfMissing = true)
public final class LogExportAutoConfiguration {

	private static final String PREFIX = "management.opentelemetry.logging";

	@Bean
	@ConditionalOnMissingBean
	BatchLogRecordProcessor mainstayLogRecordProcessor(ObjectProvider<LogRecordExporter> exporters,
			ObjectProvider<DeliveryLedger> ledgers, Environment environment) {
		// Without Boot's tracing there is nobody else to count for.
		DeliveryLedger ledger = ledgers.getIfAvailable(DeliveryLedger::new);
		OpenTelemetryLoggingProperties.Export export = Binder.get(environment)
			.bindOrCreate(PREFIX, OpenTelemetryLoggingProperties.class)
			.getExport();
		List<LogRecordExporter> all = exporters(exporters, environment);
		if (Switch.isOn(environment, TelemetryAutoConfiguration.ENABLED)) {
			all = all.stream()
				.<LogRecordExporter>map((it) -> new HonestLogRecordExporter(it, ledger, export.getTimeout()))
				.toList();
		}
		BatchLogRecordProcessorBuilder builder = BatchLogRecordProcessor.builder(LogRecordExporter.composite(all))
			.setExporterTimeout(export.getTimeout())
			.setMaxQueueSize(export.getMaxQueueSize())
			.setScheduleDelay(export.getScheduleDelay())
			.setMaxExportBatchSize(export.getMaxBatchSize())
			.setMeterProvider(new DropMeterProvider(ledger));
		return ledger.countFor(builder::build);
	}

	/** Nobody asks for it, so it would never be created where beans are lazy. */
	@Bean
	@Lazy(false)
	@ConditionalOnMissingBean
	LogBridge mainstayLogBridge(ObjectProvider<LogRecordExporter> exporters, ObjectProvider<SdkLoggerProvider> loggers,
			Environment environment) {
		SdkLoggerProvider provider = loggers.getIfAvailable();
		boolean wanted = Switch.isOn(environment, TelemetryAutoConfiguration.ENABLED)
				&& !OpenTelemetryAgent.isAttached() && !exporters(exporters, environment).isEmpty();
		return (provider != null && wanted) ? LogBridge.install(new MainstayLogFormatter(environment), provider)
				: LogBridge.none();
	}

	private static List<LogRecordExporter> exporters(ObjectProvider<LogRecordExporter> exporters,
			Environment environment) {
		boolean agent = OpenTelemetryAgent.exportsInsteadOf(EndpointDefault.LOGS, environment);
		return exporters.orderedStream().filter((it) -> !agent || !isOfSpringBoot(it)).toList();
	}

	private static boolean isOfSpringBoot(LogRecordExporter exporter) {
		return exporter instanceof OtlpHttpLogRecordExporter || exporter instanceof OtlpGrpcLogRecordExporter;
	}

}
