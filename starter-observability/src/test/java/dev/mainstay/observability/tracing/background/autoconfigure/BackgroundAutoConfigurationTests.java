package dev.mainstay.observability.tracing.background.autoconfigure;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import ch.qos.logback.classic.LoggerContext;
import dev.mainstay.core.failure.logback.SharedTurboFilter;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.observability.tracing.background.BackgroundFailures;
import dev.mainstay.observability.tracing.background.BackgroundWork;
import dev.mainstay.observability.tracing.background.DefaultFailureLinesRegistration;
import dev.mainstay.observability.tracing.background.ScheduledTasks;
import io.micrometer.tracing.Tracer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.scheduling.support.ScheduledTaskObservationContext;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

class BackgroundAutoConfigurationTests {

	private static final int FILTERS = SharedTurboFilter.parts(logback()).size();

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(BackgroundAutoConfiguration.class, TaskExecutionAutoConfiguration.class));

	@Test
	void followsWorkAndGoesWithTheApplication() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(BackgroundWork.class).hasSingleBean(ScheduledTasks.class);
			assertThat(context.getBean(BackgroundStatus.class).state()).isEqualTo(FeatureState.ON);
			assertThat(SharedTurboFilter.parts(logback())).hasSize(FILTERS + 1);
		});
		assertThat(SharedTurboFilter.parts(logback())).hasSize(FILTERS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled=false", "mainstay.tracing.background.enabled=false" })
	void isNotThereWhereItIsOff(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context.getBeanDefinitionNames())
				.noneMatch((name) -> name.startsWith("mainstay")));
	}

	@Test
	void isNotThereWithoutMicrometerTracing() {
		this.runner.withClassLoader(new FilteredClassLoader(Tracer.class))
			.run((context) -> assertThat(context).doesNotHaveBean(BackgroundWork.class));
	}

	@Test
	void leavesTheLinesAloneWithoutLogback() {
		this.runner.withClassLoader(new FilteredClassLoader(LoggerContext.class))
			.run((context) -> assertThat(context).hasSingleBean(BackgroundWork.class)
				.doesNotHaveBean(DefaultFailureLinesRegistration.class));
	}

	/** As in an application that was processed ahead of time: the beans are there. */
	@Test
	void doesNothingWhereItIsSwitchedOffAtRunTime() {
		MockEnvironment environment = new MockEnvironment();
		environment.setProperty("mainstay.tracing.background.enabled", "false");
		ExecutorService pool = Executors.newSingleThreadExecutor();
		BackgroundAutoConfiguration frozen = new BackgroundAutoConfiguration();
		ListableBeanFactory beans = new StaticListableBeanFactory();
		assertThat(BackgroundAutoConfiguration
			.mainstayExecutorPostProcessor(beans.getBeanProvider(BackgroundWork.class),
					beans.getBeanProvider(BackgroundFailures.class), environment)
			.postProcessAfterInitialization(pool, "pool")).isSameAs(pool);
		pool.shutdown();
		ScheduledTasks tasks = frozen.mainstayScheduledTasks(frozen.mainstayBackgroundWork(),
				new BackgroundFailures(List::of, () -> null), environment);
		assertThat(tasks.supportsContext(new ScheduledTaskObservationContext(this,
				ReflectionUtils.getDeclaredMethods(BackgroundAutoConfigurationTests.class)[0])))
			.isFalse();
		assertThat(frozen.mainstayBackgroundStatus(environment).state()).isEqualTo(FeatureState.OFF);
	}

	private static LoggerContext logback() {
		return (LoggerContext) LoggerFactory.getILoggerFactory();
	}

}
