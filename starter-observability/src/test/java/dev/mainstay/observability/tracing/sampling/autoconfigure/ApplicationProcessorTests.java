package dev.mainstay.observability.tracing.sampling.autoconfigure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import dev.mainstay.observability.tracing.sampling.ExportedSpans;
import dev.mainstay.observability.tracing.sampling.SeesUnsampledSpans;
import io.micrometer.tracing.exporter.SpanReporter;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanProcessors;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class ApplicationProcessorTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(SamplingAutoConfiguration.class,
			RequestSamplingAutoConfiguration.class, ObservationAutoConfiguration.class,
			MicrometerTracingAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class,
			OpenTelemetrySdkAutoConfiguration.class);

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(CONFIGURATIONS);

	@Test
	void leavesAProcessorThatDoesNotExportWhereItIs() {
		SpanProcessor own = SpanProcessor.composite(List.of());
		this.runner.withBean("own", SpanProcessor.class, () -> own)
			.withBean(SpanExporter.class, ExportedSpans::new)
			.run((context) -> assertThat(context.getBean(SpanProcessors.class).list()).hasSize(2).contains(own));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "mainstay.tracing.sampling.ratio=1", "management.opentelemetry.tracing.sampler=always-on" })
	void masksWhatAProcessorOfTheApplicationExports(String sampled) {
		ExportedSpans exported = new ExportedSpans();
		Seen seen = new Seen();
		this.runner.withPropertyValues(sampled, "mainstay.masking.keys=note")
			.withBean("exports", SpanProcessor.class, () -> SimpleSpanProcessor.create(exported))
			.withBean("sees", SpanProcessor.class, () -> seen)
			.run((context) -> {
				context.getBean(OpenTelemetry.class)
					.getTracer("test")
					.spanBuilder("password=hunter2")
					.setAttribute("note", "hunter3")
					.startSpan()
					.end();
				assertThat(exported.all()).singleElement()
					.satisfies((span) -> assertThat(span.getName() + span.getAttributes()).contains("password=[masked]")
						.doesNotContain("hunter"));
				assertThat(seen.ended).singleElement()
					.satisfies((span) -> assertThat(
							span.getName() + span.getAttributes() + span.getAttribute(AttributeKey.stringKey("note")))
						.contains("password=[masked]")
						.doesNotContain("hunter"));
			});
	}

	@Test
	void masksWhatAReporterOfMicrometerGets() {
		List<String> reported = new CopyOnWriteArrayList<>();
		this.runner.withPropertyValues("mainstay.tracing.sampling.ratio=1")
			.withBean(SpanReporter.class, () -> (span) -> reported.add(span.getName() + span.getTags()))
			.run((context) -> {
				context.getBean(OpenTelemetry.class)
					.getTracer("test")
					.spanBuilder("a")
					.setAttribute("password", "hunter2")
					.startSpan()
					.end();
				context.getBean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
				assertThat(reported).containsExactly("a{password=[masked]}");
			});
	}

	@Test
	void leavesSpansAsTheyAreWhereMaskingIsOff() {
		Seen seen = new Seen();
		this.runner.withPropertyValues("mainstay.tracing.sampling.ratio=1", "mainstay.masking.enabled=false")
			.withBean("sees", SpanProcessor.class, () -> seen)
			.run((context) -> {
				context.getBean(OpenTelemetry.class).getTracer("test").spanBuilder("password=a").startSpan().end();
				assertThat(seen.ended).singleElement().extracting(ReadableSpan::getName).isEqualTo("password=a");
			});
	}

	@Test
	void hidesWhatWasNotChosenFromAProcessorThatMayExportUnlessItWantsThat() {
		Seen hidden = new Seen();
		SeenUnsampled wanted = new SeenUnsampled();
		this.runner
			.withPropertyValues("mainstay.tracing.sampling.ratio=0", "mainstay.tracing.sampling.traces-per-second=0")
			.withBean(SpanExporter.class, ExportedSpans::new)
			.withBean("own", SpanProcessor.class, () -> hidden)
			.withBean("ownToo", SpanProcessor.class, () -> wanted)
			.run((context) -> {
				context.getBean(OpenTelemetry.class).getTracer("test").spanBuilder("a").startSpan().end();
				assertThat(wanted.started).isEqualTo(1);
				assertThat(wanted.ended).hasSize(1);
				assertThat(hidden.started).isZero();
				assertThat(hidden.ended).isEmpty();
			});
	}

	/** A processor that exports whatever it is given, and does not say so. */
	private static class Seen implements SpanProcessor {

		final List<ReadableSpan> ended = new CopyOnWriteArrayList<>();

		volatile int started;

		@Override
		public void onStart(Context context, ReadWriteSpan span) {
			this.started++;
		}

		@Override
		public boolean isStartRequired() {
			return true;
		}

		@Override
		public void onEnd(ReadableSpan span) {
			this.ended.add(span);
		}

		@Override
		public boolean isEndRequired() {
			return true;
		}

	}

	private static final class SeenUnsampled extends Seen implements SeesUnsampledSpans {

	}

}
