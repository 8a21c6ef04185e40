package dev.mainstay.observability.tracing.autoconfigure;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class TracingSilenceTests {

	private static final String EXPORT = "management.tracing.export.enabled";

	private final TracingSilence condition = new TracingSilence();

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void doesNotApplyWhereTracingIsWanted() {
		assertThat(this.condition.matches(EXPORT, this.environment)).isFalse();
		assertThat(this.condition.matches("spring.autoconfigure.exclude", this.environment)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled", "mainstay.tracing.enabled" })
	void appliesWhereTracingIsSwitchedOff(String property) {
		this.environment.setProperty(property, "false");
		assertThat(this.condition.matches(EXPORT, this.environment)).isTrue();
		assertThat(this.condition.matches("spring.autoconfigure.exclude", this.environment)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.tracing.sampling.probability",
			"management.opentelemetry.tracing.export.otlp.endpoint", "management.zipkin.tracing.endpoint",
			"management.otlp.metrics.export.url" })
	void leavesTheTracingOfTheApplicationAlone(String property) {
		this.environment.setProperty("mainstay.enabled", "false");
		this.environment.setProperty(property, "1");
		assertThat(this.condition.matches(EXPORT, this.environment)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.tracing.sampling.probability",
			"management.opentelemetry.tracing.export.otlp.endpoint", "management.zipkin.tracing.endpoint",
			"management.otlp.metrics.export.url" })
	void appliesWhereTracingIsSwitchedOffWhateverIsConfigured(String property) {
		this.environment.setProperty("mainstay.tracing.enabled", "false");
		this.environment.setProperty(property, "1");
		assertThat(this.condition.matches(EXPORT, this.environment)).isTrue();
		assertThat(this.condition.matches("spring.autoconfigure.exclude", this.environment)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled", "mainstay.tracing.enabled" })
	void leavesATracingOfTheApplicationAlone(String property) {
		this.environment.setProperty(property, "false");
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		try {
			Thread.currentThread().setContextClassLoader(withClass("brave.Tracing"));
			assertThat(this.condition.matches(EXPORT, this.environment)).isFalse();
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	private static ClassLoader withClass(String name) {
		return new ByteBuddy().subclass(Object.class)
			.name(name)
			.make()
			.load(TracingSilenceTests.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
			.getLoaded()
			.getClassLoader();
	}

	@Test
	void hasNothingToSayOfOtherDefaults() {
		assertThat(this.condition.matches("server.shutdown", this.environment)).isTrue();
	}

}
