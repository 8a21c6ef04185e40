package dev.mainstay.observability.tracing.autoconfigure;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.request.TraceIdSource;
import dev.mainstay.observability.tracing.ConsiderateMdc;
import dev.mainstay.observability.tracing.NoIdsInMdc;
import dev.mainstay.observability.tracing.SpanTraceIds;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import io.opentelemetry.api.OpenTelemetry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class TracingAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TracingAutoConfiguration.class, ObservationAutoConfiguration.class,
				MicrometerTracingAutoConfiguration.class, NoopTracerAutoConfiguration.class,
				OpenTelemetryTracingAutoConfiguration.class, OpenTelemetrySdkAutoConfiguration.class));

	@Test
	void tracesByTheTracerOfSpringBoot() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(SpanTraceIds.class);
			assertThat(context.getBean(TracingStatus.class)).isEqualTo(new TracingStatus(FeatureState.ON, null));
		});
	}

	@Test
	void worksBesideATracerOfTheApplicationAndNamesIt() {
		this.runner.withBean("ownTracer", Tracer.class, () -> Tracer.NOOP).run((context) -> {
			assertThat(context).hasSingleBean(Tracer.class).hasSingleBean(SpanTraceIds.class);
			assertThat(context.getBean(TracingStatus.class))
				.isEqualTo(new TracingStatus(FeatureState.BACKED_OFF, "bean ownTracer"));
		});
	}

	@Test
	void worksBesideAnOpenTelemetryOfTheApplicationAndNamesIt() {
		this.runner.withBean("ownTelemetry", OpenTelemetry.class, OpenTelemetry::noop).run((context) -> {
			assertThat(context).hasSingleBean(OpenTelemetry.class);
			assertThat(context.getBean(TracingStatus.class).reason()).isEqualTo("bean ownTelemetry");
		});
	}

	@Test
	void saysSoWhenExportIsSwitchedOff() {
		this.runner.withPropertyValues("management.tracing.export.enabled=false")
			.run((context) -> assertThat(context.getBean(TracingStatus.class).state()).isEqualTo(FeatureState.OFF));
	}

	@Test
	void backsOffForATraceIdSourceOfTheApplication() {
		this.runner.withBean("own", TraceIdSource.class, () -> (observation) -> null)
			.run((context) -> assertThat(context).doesNotHaveBean(SpanTraceIds.class));
	}

	@Test
	void takesThePlaceOfWhatPutsIdsIntoTheMdc() {
		this.runner
			.run((context) -> assertThat(context).getBean(Slf4JEventListener.class).isInstanceOf(ConsiderateMdc.class));
		this.runner.withBean("own", Slf4JEventListener.class, Slf4JEventListener::new)
			.run((context) -> assertThat(context).hasSingleBean(Slf4JEventListener.class)
				.doesNotHaveBean(ConsiderateMdc.class));
	}

	@Test
	void whatIsThereNeverthelessPutsNothingIntoTheMdcAndTellsNoIds() {
		TracingAutoConfiguration configuration = new TracingAutoConfiguration();
		TracingAutoConfiguration.MdcConfiguration mdc = new TracingAutoConfiguration.MdcConfiguration();
		MockEnvironment off = new MockEnvironment().withProperty("mainstay.enabled", "false");
		assertThat(mdc.mainstayTraceIdsInMdc(off)).isExactlyInstanceOf(Slf4JEventListener.class);
		assertThat(configuration.mainstayTraceIdSource(off)).isNotInstanceOf(SpanTraceIds.class);
		off.setProperty("management.tracing.export.enabled", "false");
		assertThat(mdc.mainstayTraceIdsInMdc(off)).isInstanceOf(NoIdsInMdc.class);
		assertThat(mdc.mainstayTraceIdsInMdc(new MockEnvironment())).isInstanceOf(ConsiderateMdc.class);
	}

	@Test
	void isDisabledByItsSwitchAndByThatOfMainstay() {
		this.runner.withPropertyValues("mainstay.tracing.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(TraceIdSource.class));
		this.runner.withPropertyValues("mainstay.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(TraceIdSource.class));
	}

	@Test
	void backsOffWithoutMicrometerTracing() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(TracingAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("io.micrometer.tracing"))
			.run((context) -> assertThat(context).doesNotHaveBean(TraceIdSource.class));
	}

}
