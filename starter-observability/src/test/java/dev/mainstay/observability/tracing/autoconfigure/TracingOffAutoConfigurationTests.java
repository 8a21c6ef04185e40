package dev.mainstay.observability.tracing.autoconfigure;

import dev.mainstay.core.mode.FeatureState;
import io.micrometer.tracing.Tracer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class TracingOffAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TracingOffAutoConfiguration.class, TracingAutoConfiguration.class));

	@Test
	void saysThatTracingIsOff() {
		this.runner.withPropertyValues("mainstay.tracing.enabled=false")
			.withBean("noopTracer", Tracer.class, () -> Tracer.NOOP)
			.run((context) -> assertThat(context.getBean(TracingStatus.class))
				.isEqualTo(new TracingStatus(FeatureState.OFF, "mainstay.tracing.enabled=false")));
	}

	@Test
	void namesWhatTracesAllTheSame() {
		this.runner.withPropertyValues("mainstay.tracing.enabled=false")
			.withBean("ownTracer", Tracer.class, () -> Tracer.NOOP)
			.run((context) -> assertThat(context.getBean(TracingStatus.class).reason())
				.isEqualTo("mainstay.tracing.enabled=false, but the bean ownTracer traces"));
	}

	@Test
	void isNotThereWhereTracingIsOnOrAllOfMainstayIsOff() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean("mainstayTracingOffStatus"));
		this.runner.withPropertyValues("mainstay.tracing.enabled=false", "mainstay.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(TracingStatus.class));
	}

	@Test
	void theStatusOfAnApplicationProcessedAheadOfTimeFollowsTheSwitchToo() {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("micrometerOtelTracer", Tracer.NOOP);
		MockEnvironment environment = new MockEnvironment().withProperty("mainstay.tracing.enabled", "false");
		assertThat(TracingStatus.of(beans, environment)).isEqualTo(new TracingStatus(FeatureState.OFF,
				"mainstay.tracing.enabled=false, but the bean micrometerOtelTracer traces"));
	}

}
