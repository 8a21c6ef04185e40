package dev.mainstay.observability.logging.autoconfigure;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.observability.logging.LoggingMetrics;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class LoggingAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LoggingAutoConfiguration.class));

	@Test
	void saysThatLinesAreJson() {
		this.runner.withPropertyValues("mainstay.logging.format=json").run((context) -> {
			LogFormatStatus status = context.getBean(LogFormatStatus.class);
			assertThat(status).isEqualTo(new LogFormatStatus(FeatureState.ON, null));
			assertThat(status.feature()).isEqualTo("logging");
		});
	}

	@Test
	void namesWhatItBacksOffFor() {
		this.runner.withPropertyValues("logging.structured.format.console=ecs")
			.run((context) -> assertThat(context.getBean(LogFormatStatus.class).reason())
				.isEqualTo("logging.structured.format.console=ecs"));
	}

	@Test
	void countsUnlessTheApplicationCountsOrThereIsNothingToCountWith() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(LoggingMetrics.class));
		LoggingMetrics own = new LoggingMetrics(false);
		this.runner.withBean("own", LoggingMetrics.class, () -> own)
			.run((context) -> assertThat(context.getBean(LoggingMetrics.class)).isSameAs(own));
		this.runner.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("mainstayLoggingMetrics"));
	}

	@Test
	void isDisabledByItsSwitchAndByThatOfMainstay() {
		this.runner.withPropertyValues("mainstay.logging.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(LogFormatStatus.class));
		this.runner.withPropertyValues("mainstay.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(LogFormatStatus.class));
	}

	@Test
	void rejectsAnUnknownFormatReadably() {
		this.runner.withPropertyValues("mainstay.logging.format=xml")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("mainstay.logging.format is xml: there is no such format. Set it to auto, json or text"));
	}

	@Test
	void saysThatItIsOffWhereItIsSwitchedOffOnlyAtRunTime() {
		MockEnvironment environment = new MockEnvironment().withProperty("mainstay.logging.enabled", "false");
		assertThat(new LoggingAutoConfiguration().mainstayLogFormatStatus(environment))
			.isEqualTo(new LogFormatStatus(FeatureState.OFF, "mainstay.logging.enabled=false"));
	}

}
