package dev.mainstay.observability.accesslog.autoconfigure;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.observability.accesslog.AccessLog;
import dev.mainstay.observability.accesslog.SlowRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class AccessLogAutoConfigurationTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(AccessLogAutoConfiguration.class, SlowRequestsAutoConfiguration.class));

	@Test
	void listensToRequestsOnBothStacks() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(AccessLog.class));
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(AccessLogAutoConfiguration.class, SlowRequestsAutoConfiguration.class))
			.run((context) -> assertThat(context).hasSingleBean(AccessLog.class));
	}

	@Test
	void doesNothingWithoutAWebLayer() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(AccessLogAutoConfiguration.class, SlowRequestsAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(FeatureStatus.class));
	}

	@Test
	void backsOffForAnAccessLogOfTheApplication() {
		this.runner.withBean("own", AccessLog.class, () -> new AccessLog(TextMasker.none()))
			.run((context) -> assertThat(context).hasSingleBean(AccessLog.class).hasBean("own"));
	}

	@Test
	void isDisabledByItsSwitchAndByThatOfMainstay() {
		this.runner.withPropertyValues("mainstay.access-log.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(AccessLog.class));
		this.runner.withPropertyValues("mainstay.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(AccessLog.class));
	}

	@Test
	void asksTheApplicationWhatIsSlow() {
		this.runner.withBean("own", SlowRequests.class, () -> (request) -> true)
			.run((context) -> assertThat(context).hasSingleBean(SlowRequests.class).hasSingleBean(AccessLog.class));
	}

	@Test
	void knowsWhatIsSlowWithoutAnAccessLogButNotWithoutMainstay() {
		this.runner.withPropertyValues("mainstay.access-log.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(SlowRequests.class));
		this.runner.withPropertyValues("mainstay.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(SlowRequests.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sampling=1.5", "sampling=-0.1", "sampling=NaN", "slow-threshold=-1s",
			"slow-thresholds[orders]=1s", "slow-thresholds[/orders]=-1s" })
	void refusesWhatMakesNoSense(String property) {
		this.runner.withPropertyValues("mainstay.access-log." + property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessageContaining("mainstay.access-log." + property.split("=", 2)[0]));
	}

	@Test
	void saysThatItIsOffWhereItIsSwitchedOffOnlyAtRunTime() {
		MockEnvironment environment = new MockEnvironment().withProperty("mainstay.access-log.enabled", "false");
		AccessLogStatus status = new AccessLogAutoConfiguration().mainstayAccessLogStatus(environment);
		assertThat(status.state()).isEqualTo(FeatureState.OFF);
		assertThat(status.reason()).isEqualTo("mainstay.access-log.enabled=false");
	}

}
