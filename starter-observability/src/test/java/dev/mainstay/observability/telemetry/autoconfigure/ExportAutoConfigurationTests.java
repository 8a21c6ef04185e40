package dev.mainstay.observability.telemetry.autoconfigure;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.observability.telemetry.DeliveryLedger;
import dev.mainstay.observability.telemetry.DropReason;
import dev.mainstay.observability.telemetry.Signal;
import dev.mainstay.observability.telemetry.logs.LogBridge;
import dev.mainstay.observability.telemetry.metrics.MetricsExport;
import dev.mainstay.observability.telemetry.traces.HonestSpanExporter;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class ExportAutoConfigurationTests {

	private static final String LOGS = "management.opentelemetry.logging.export.otlp.endpoint=http://127.0.0.1:9/v1/logs";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ExportAutoConfiguration.class, SpanQueueAutoConfiguration.class,
				LogExportAutoConfiguration.class, MetricExportAutoConfiguration.class,
				OpenTelemetryTracingAutoConfiguration.class, OpenTelemetrySdkAutoConfiguration.class,
				OpenTelemetryLoggingAutoConfiguration.class, OtlpLoggingAutoConfiguration.class))
		.withBean(SpanExporter.class, () -> SpanExporter.composite(List.of()));

	@Test
	void whatIsExportedIsMaskedAndCounted() {
		this.runner.run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(DeliveryLedger.class);
			assertThat(context.getBean(SpanExporters.class).list()).singleElement()
				.isInstanceOf(HonestSpanExporter.class);
			assertThat(context).doesNotHaveBean(MeterProvider.class).hasSingleBean(BatchSpanProcessor.class);
			assertThat(context.getBean(ExportStatus.class).state()).isEqualTo(FeatureState.NOT_APPLICABLE);
		});
	}

	@Test
	void nothingIsInstalledWithoutAnAddress() {
		this.runner.run((context) -> {
			assertThat(context.getBean(LogBridge.class).isInstalled()).isFalse();
			assertThat(context.getBean(MetricsExport.class).isStarted()).isFalse();
			assertThat(context).doesNotHaveBean(LogRecordExporter.class);
		});
	}

	@Test
	void aBridgeIsInstalledForAnAddressOfSpringBoot() {
		this.runner.withPropertyValues(LOGS).run((context) -> {
			assertThat(context.getBean(LogBridge.class).isInstalled()).isTrue();
			assertThat(context.getBean(MetricsExport.class).isStarted()).isFalse();
			assertThat(context.getBean(ExportStatus.class).reason()).isEqualTo("logs");
		});
	}

	@Test
	void aSignalThatIsSwitchedOffIsNotSaidToBeSent() {
		String metrics = "management.otlp.metrics.export.url=http://127.0.0.1:9/v1/metrics";
		this.runner.withPropertyValues(LOGS, metrics, "management.otlp.metrics.export.enabled=false")
			.run((context) -> assertThat(context.getBean(ExportStatus.class).reason()).isEqualTo("logs"));
		this.runner.withPropertyValues(LOGS, metrics, "management.logging.export.enabled=false")
			.run((context) -> assertThat(context.getBean(ExportStatus.class).reason()).isEqualTo("metrics"));
		this.runner
			.withPropertyValues(LOGS, "management.logging.export.enabled=true",
					"management.logging.export.otlp.enabled=false")
			.run((context) -> {
				assertThat(context.getBean(ExportStatus.class).state()).isEqualTo(FeatureState.NOT_APPLICABLE);
				assertThat(context.getBean(ExportStatus.class).reason()).isEqualTo("each signal is switched off");
			});
	}

	@Test
	void metricsAreExportedUnlessTheyAreNotWanted() {
		String url = "management.otlp.metrics.export.url=http://127.0.0.1:9/v1/metrics";
		this.runner.withPropertyValues(url)
			.run((context) -> assertThat(context.getBean(MetricsExport.class).isStarted()).isTrue());
		for (String switchedOff : new String[] { "management.otlp.metrics.export.enabled=false",
				"management.defaults.metrics.export.enabled=false" }) {
			this.runner.withPropertyValues(url, switchedOff)
				.run((context) -> assertThat(context.getBean(MetricsExport.class).isStarted()).isFalse());
		}
	}

	@Test
	void backsOffForWhatTheApplicationHas() {
		SpanExporters own = SpanExporters.of();
		MeterProvider meters = MeterProvider.noop();
		BatchLogRecordProcessor logs = BatchLogRecordProcessor.builder(LogRecordExporter.composite()).build();
		this.runner.withBean(SpanExporters.class, () -> own)
			.withBean("ownMeters", MeterProvider.class, () -> meters)
			.withBean(BatchLogRecordProcessor.class, () -> logs)
			.run((context) -> {
				assertThat(context.getBean(SpanExporters.class)).isSameAs(own);
				assertThat(context.getBean(MeterProvider.class)).isSameAs(meters);
				assertThat(context.getBean(BatchLogRecordProcessor.class)).isSameAs(logs);
			});
	}

	@Test
	void countsWhatHasNoRoomWithoutMetersOfOpenTelemetry() {
		this.runner
			.withPropertyValues("management.opentelemetry.tracing.export.max-queue-size=1",
					"management.opentelemetry.tracing.export.max-batch-size=1",
					"management.opentelemetry.tracing.sampler=always-on")
			.withBean("slow", SpanExporter.class, Slow::new)
			.run((context) -> {
				Tracer tracer = context.getBean(OpenTelemetry.class).getTracer("test");
				for (int i = 0; i < 100; i++) {
					tracer.spanBuilder("a").startSpan().end();
				}
				assertThat(context.getBean(DeliveryLedger.class).dropped(Signal.TRACES, DropReason.QUEUE_FULL))
					.isBetween(90L, 99L);
			});
	}

	@Test
	void backsOffForAQueueOfTheApplication() {
		BatchSpanProcessor own = BatchSpanProcessor.builder(SpanExporter.composite()).build();
		this.runner.withBean(BatchSpanProcessor.class, () -> own)
			.run((context) -> assertThat(context.getBean(BatchSpanProcessor.class)).isSameAs(own));
	}

	@Test
	void theMaskerOfTheApplicationMasks() {
		this.runner.withBean(TextMasker.class, () -> (text) -> "x")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(SpanExporters.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled=false", "mainstay.telemetry.enabled=false" })
	void isDisabledByItsSwitchAndByThatOfMainstay(String property) {
		this.runner.withPropertyValues(property, LOGS).run((context) -> {
			assertThat(context).hasNotFailed()
				.doesNotHaveBean(DeliveryLedger.class)
				.doesNotHaveBean(MeterProvider.class)
				.doesNotHaveBean(LogBridge.class)
				.doesNotHaveBean(MetricsExport.class);
			assertThat(context.getBean(SpanExporters.class).list()).singleElement()
				.isNotInstanceOf(HonestSpanExporter.class);
		});
	}

	@Test
	void backsOffWithoutOpenTelemetry() {
		this.runner.withPropertyValues("management.opentelemetry.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(LogBridge.class));
		this.runner.withClassLoader(new FilteredClassLoader(SdkLoggerProvider.class))
			.run((context) -> assertThat(context).doesNotHaveBean(LogBridge.class));
	}

	private static final class Slow implements SpanExporter {

		@Override
		public CompletableResultCode export(Collection<SpanData> spans) {
			LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode flush() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

	}

}
