package dev.mainstay.observability.accesslog.autoconfigure;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.observability.accesslog.AccessLog;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class AccessLogAutoConfigurationTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AccessLogAutoConfiguration.class));

	@Test
	void listensToRequestsOnBothStacks() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(AccessLog.class));
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(AccessLogAutoConfiguration.class))
			.run((context) -> assertThat(context).hasSingleBean(AccessLog.class));
	}

	@Test
	void doesNothingWithoutAWebLayer() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(AccessLogAutoConfiguration.class))
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
	void saysThatItIsOffWhereItIsSwitchedOffOnlyAtRunTime() {
		MockEnvironment environment = new MockEnvironment().withProperty("mainstay.access-log.enabled", "false");
		AccessLogStatus status = new AccessLogAutoConfiguration().mainstayAccessLogStatus(environment);
		assertThat(status.state()).isEqualTo(FeatureState.OFF);
		assertThat(status.reason()).isEqualTo("mainstay.access-log.enabled=false");
	}

}
