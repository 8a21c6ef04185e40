package dev.mainstay.observability.tracing.sampling.autoconfigure;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.request.CompletedRequest;
import dev.mainstay.core.request.RequestOutcome;
import dev.mainstay.core.request.TraceIds;
import dev.mainstay.observability.tracing.sampling.ExportedSpans;
import dev.mainstay.observability.tracing.sampling.HeadSampler;
import dev.mainstay.observability.tracing.sampling.RequestVerdicts;
import dev.mainstay.observability.tracing.sampling.TailSampling;
import dev.mainstay.observability.tracing.sampling.TraceKeeper;
import io.micrometer.tracing.exporter.SpanReporter;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanProcessors;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class SamplingAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(SamplingAutoConfiguration.class,
			RequestSamplingAutoConfiguration.class, ObservationAutoConfiguration.class,
			MicrometerTracingAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class,
			OpenTelemetrySdkAutoConfiguration.class);

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(CONFIGURATIONS);

	@Test
	void samplesByTheDefaults() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(HeadSampler.class).doesNotHaveBean(RequestVerdicts.class);
			assertThat(context.getBean(Sampler.class).getDescription()).isEqualTo("Mainstay{5.0/s,0.1}");
			assertThat(context.getBean(SamplingStatus.class)).isEqualTo(new SamplingStatus(FeatureState.ON, null));
		});
	}

	@Test
	void listensToRequestsWhereThereAreAny() {
		new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).hasSingleBean(RequestVerdicts.class));
	}

	/** That takes longer than all the rest at the end of a request. */
	@Test
	void looksForKeepersOnceAndNotForEachRequest() {
		AtomicInteger created = new AtomicInteger();
		new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.withBean(SpanExporter.class, ExportedSpans::new)
			.withBean("own", TraceKeeper.class, () -> keeper(created),
					(definition) -> definition.setScope(BeanDefinition.SCOPE_PROTOTYPE))
			.run((context) -> {
				RequestVerdicts verdicts = context.getBean(RequestVerdicts.class);
				CompletedRequest request = mock();
				given(request.traceIds()).willReturn(new TraceIds("t".repeat(32), "s".repeat(16), false));
				given(request.outcome()).willReturn(RequestOutcome.COMPLETED);
				given(request.duration()).willReturn(Duration.ZERO);
				assertThat(created).hasValue(0);
				verdicts.onCompletion(request);
				int first = created.get();
				assertThat(first).isPositive();
				verdicts.onCompletion(request);
				assertThat(created).hasValue(first);
			});
	}

	private static TraceKeeper keeper(AtomicInteger created) {
		created.incrementAndGet();
		return (request) -> false;
	}

	@ParameterizedTest
	@CsvSource({ "management.tracing.sampling.probability=0.5, 0.0/s, 0.5",
			"mainstay.tracing.sampling.ratio=0, 5.0/s, 0.0",
			"mainstay.tracing.sampling.traces-per-second=2.5, 2.5/s, 0.1" })
	void takesTheRatesOfTheProperties(String property, String perSecond, String ratio) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context.getBean(Sampler.class).getDescription())
				.isEqualTo("Mainstay{" + perSecond + "," + ratio + "}"));
	}

	@Test
	void recordsOnlyWhereThereIsAnExporter() {
		this.runner.run((context) -> assertThat(context.getBean(TailSampling.class).isActive()).isFalse());
		this.runner.withBean(SpanExporter.class, ExportedSpans::new).run((context) -> {
			assertThat(context.getBean(TailSampling.class).isActive()).isTrue();
			assertThat(context.getBean(SpanProcessors.class).list()).hasSize(1)
				.noneMatch(BatchSpanProcessor.class::isInstance);
		});
		this.runner.withBean("own", SpanProcessor.class, () -> SimpleSpanProcessor.create(new ExportedSpans()))
			.run((context) -> assertThat(context.getBean(TailSampling.class).isActive()).isTrue());
	}

	@Test
	void backsOffForASamplerOfTheApplication() {
		this.runner.withBean("own", Sampler.class, Sampler::alwaysOn)
			.withBean(SpanExporter.class, ExportedSpans::new)
			.run((context) -> {
				assertThat(context).hasSingleBean(Sampler.class);
				assertThat(context.getBean(TailSampling.class).isActive()).isFalse();
				assertThat(context.getBean(SpanProcessors.class).list()).singleElement()
					.isInstanceOf(BatchSpanProcessor.class);
				assertThat(context.getBean(ContextPropagators.class).getTextMapPropagator().toString())
					.doesNotContain("Trusting");
				assertThat(context.getBean(SamplingStatus.class))
					.isEqualTo(new SamplingStatus(FeatureState.BACKED_OFF, "bean own"));
			});
	}

	@Test
	void saysWhoseTracingItIs() {
		this.runner.withBean("ownTelemetry", OpenTelemetry.class, OpenTelemetry::noop)
			.run((context) -> assertThat(context.getBean(SamplingStatus.class))
				.isEqualTo(new SamplingStatus(FeatureState.BACKED_OFF, "bean ownTelemetry")));
		this.runner.withBean("ownPropagators", ContextPropagators.class, ContextPropagators::noop)
			.run((context) -> assertThat(context.getBean(SamplingStatus.class))
				.isEqualTo(new SamplingStatus(FeatureState.BACKED_OFF, "bean ownPropagators")));
	}

	@Test
	void keepsForAReporterOfMicrometerToo() {
		this.runner.withBean(SpanReporter.class, () -> (span) -> {
		}).run((context) -> assertThat(context.getBean(TailSampling.class).isActive()).isTrue());
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.opentelemetry.tracing.sampler=always-on",
			"management.opentelemetry.tracing.export.include-unsampled=true",
			"management.tracing.sampling.probability=0" })
	void backsOffForWhatTheApplicationHasSet(String property) {
		this.runner.withPropertyValues(property).withBean(SpanExporter.class, ExportedSpans::new).run((context) -> {
			assertThat(context).doesNotHaveBean(HeadSampler.class);
			assertThat(context.getBean(TailSampling.class).isActive()).isFalse();
			assertThat(context.getBean(SamplingStatus.class))
				.isEqualTo(new SamplingStatus(FeatureState.BACKED_OFF, property));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "always-on", "ALWAYS_OFF", "trace-id-ratio", "parent-based-always-on",
			"parentBasedAlwaysOff", "parent-based-trace-id-ratio" })
	void doesThenAsSpringBootDoes(String sampler) {
		String property = "management.opentelemetry.tracing.sampler=" + sampler;
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(ObservationAutoConfiguration.class, MicrometerTracingAutoConfiguration.class,
							OpenTelemetryTracingAutoConfiguration.class, OpenTelemetrySdkAutoConfiguration.class))
			.withPropertyValues(property)
			.run((boot) -> this.runner.withPropertyValues(property)
				.run((ours) -> assertThat(ours.getBean(Sampler.class).getDescription())
					.isEqualTo(boot.getBean(Sampler.class).getDescription())));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled", "mainstay.tracing.enabled", "mainstay.tracing.sampling.enabled" })
	void isDisabledByItsSwitches(String property) {
		this.runner.withPropertyValues(property + "=false")
			.run((context) -> assertThat(context).doesNotHaveBean(TailSampling.class)
				.doesNotHaveBean(HeadSampler.class)
				.hasSingleBean(Sampler.class));
	}

	@Test
	void doesAsSpringBootWhereItIsSwitchedOffOnlyAtRunTime() {
		MockEnvironment environment = new MockEnvironment().withProperty(SamplerChoice.ENABLED, "false");
		Sampler sampler = new SamplingAutoConfiguration().mainstaySampler(new SamplingProperties(null, null, true),
				new TailSampling(), environment);
		assertThat(sampler.getDescription())
			.isEqualTo(Sampler.parentBased(Sampler.traceIdRatioBased(0.1)).getDescription());
	}

	@Test
	void backsOffWithoutTheSdk() {
		this.runner.withClassLoader(new FilteredClassLoader("io.opentelemetry.sdk"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(TailSampling.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ratio=1.01", "ratio=-0.1", "ratio=NaN", "traces-per-second=-1", "traces-per-second=1e9" })
	void refusesWhatMakesNoSense(String property) {
		this.runner.withPropertyValues("mainstay.tracing.sampling." + property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessageContaining("mainstay.tracing.sampling." + property.split("=", 2)[0]));
	}

}
