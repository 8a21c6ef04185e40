package dev.mainstay.observability.tracing;

import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class TracingCheckTests {

	private static final String SAMPLING = "management.tracing.sampling.probability=";

	private final TracingCheck check = new TracingCheck();

	private final ApplicationContextRunner desk = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ObservationAutoConfiguration.class,
				OpenTelemetrySdkAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class,
				MicrometerTracingAutoConfiguration.class, NoopTracerAutoConfiguration.class));

	private final ApplicationContextRunner production = this.desk.withPropertyValues("spring.profiles.active=prod");

	@Test
	void noTracerIsFound() {
		new ApplicationContextRunner()
			.withPropertyValues("spring.profiles.active=prod", "mainstay.tracing.enabled=false")
			.run((context) -> assertThatLooking(this.check, context).fails("there is no tracer").at("test"));
	}

	@Test
	void aTracerThatDoesNothingIsFound() {
		new ApplicationContextRunner().withPropertyValues("spring.profiles.active=prod")
			.withBean(Tracer.class, () -> Tracer.NOOP)
			.run((context) -> assertThatLooking(this.check, context).fails("one that does nothing"));
	}

	@Test
	void aSamplerThatKeepsNothingIsFound() {
		this.production.withPropertyValues(SAMPLING + "0")
			.run((context) -> assertThatLooking(this.check, context).fails(SAMPLING + "0").at("test"));
	}

	@Test
	void aPropagatorThatSendsNothingIsFound() {
		this.production.withPropertyValues("management.tracing.propagation.type=")
			.run((context) -> assertThatLooking(this.check, context).fails("sends nothing along").at("test"));
	}

	@Test
	void whatBootDoesUnaskedPasses() {
		this.production.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aSmallSharePasses() {
		this.production.withPropertyValues(SAMPLING + "0.0001")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aPropertyThatAnOtherSamplerDoesNotReadPasses() {
		this.production.withPropertyValues(SAMPLING + "0")
			.withBean(Sampler.class, Sampler::alwaysOn)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aDeskMayTraceNothing() {
		this.desk.withPropertyValues(SAMPLING + "0")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
