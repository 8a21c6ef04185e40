package dev.mainstay.resilience.deadline.autoconfigure;

import java.time.Duration;
import java.util.EnumSet;

import javax.sql.DataSource;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.core.request.TrustedProxies;
import dev.mainstay.resilience.deadline.DeadlineMeters;
import dev.mainstay.resilience.deadline.DeadlineProblemMapper;
import dev.mainstay.resilience.deadline.InboundDeadlines;
import dev.mainstay.resilience.deadline.jdbc.DeadlineDataSources;
import dev.mainstay.resilience.deadline.jdbc.Pool;
import dev.mainstay.resilience.deadline.reactive.DeadlineWebFilter;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.DispatcherType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aop.support.AopUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(LadderAutoConfiguration.class,
			DeadlineAutoConfiguration.class);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void filterComesBeforeAnyWorkForRequestsAndAsync() {
		this.contextRunner.run((context) -> {
			FilterRegistrationBean<?> filter = context.getBean("mainstayDeadlineFilter", FilterRegistrationBean.class);
			assertThat(filter.getOrder()).isEqualTo(Ordered.HIGHEST_PRECEDENCE + 12);
			assertThat(filter.isEnabled()).isTrue();
			assertThat(filter.determineDispatcherTypes())
				.isEqualTo(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
			assertThat(context).hasSingleBean(DeadlineMeters.class).hasSingleBean(DeadlineProblemMapper.class);
		});
	}

	@Test
	void webFilterHasTheSameOrder() {
		new ReactiveWebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context.getBean(DeadlineWebFilter.class).getOrder())
				.isEqualTo(Ordered.HIGHEST_PRECEDENCE + 12));
	}

	@Test
	void backsOffForBeansOfTheApplication() {
		InboundDeadlines own = new InboundDeadlines(TrustedProxies.none(),
				new DeadlineProperties("X-Own", null, Duration.ofMinutes(1), null, false).settings(),
				new Ladder(Mode.REPORT).rule("own", null), System::nanoTime);
		this.contextRunner.withBean(InboundDeadlines.class, () -> own)
			.run((context) -> assertThat(context).getBean(InboundDeadlines.class).isSameAs(own));
	}

	@ParameterizedTest
	@CsvSource({ "mainstay.deadline.header=X-Own, false", "mainstay.deadline.default=2s, true",
			"mainstay.trusted-proxies=10.0.0.0/8, true" })
	void theRuleIsShownWhereARequestCanHaveADeadline(String property, boolean applicable) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context.getBean(Ladder.class).rules()).singleElement()
				.satisfies((rule) -> assertThat(rule.isApplicable()).isEqualTo(applicable)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled=false", "mainstay.deadline.enabled=false" })
	void isOffByItsSwitches(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).doesNotHaveBean(InboundDeadlines.class)
				.doesNotHaveBean(DeadlineDataSources.class)
				.doesNotHaveBean("mainstayDeadlineFilter"));
		new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).doesNotHaveBean(InboundDeadlines.class));
	}

	@Test
	void needsNoMeters() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(MeterBinder.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasBean("mainstayDeadlineFilter")
				.doesNotHaveBean("mainstayDeadlineMeters"));
	}

	@Test
	void theRuleFollowsTheModeUnlessItHasARungOfItsOwn() {
		assertRung(Rung.REPORT);
		assertRung(Rung.ENFORCE, "mainstay.mode=enforce");
		assertRung(Rung.OFF, "mainstay.mode=enforce", "mainstay.deadline.expired=off");
	}

	private void assertRung(Rung rung, String... properties) {
		this.contextRunner.withPropertyValues(properties)
			.run((context) -> assertThat(context.getBean(Ladder.class).rules()).singleElement()
				.satisfies((rule) -> assertThat(rule.property()).isEqualTo("mainstay.deadline.expired"))
				.satisfies((rule) -> assertThat(rule.rung()).isEqualTo(rung)));
	}

	@Test
	void saysWhetherThereCanBeDeadlines() {
		assertStatus(FeatureState.NOT_APPLICABLE, "mainstay.trusted-proxies");
		assertStatus(FeatureState.NOT_APPLICABLE, "mainstay.deadline.default", "mainstay.trusted-proxies=");
		assertStatus(FeatureState.ON, null, "mainstay.trusted-proxies=10.0.0.0/8");
		assertStatus(FeatureState.ON, null, "mainstay.trusted-proxies[0]=10.0.0.0/8");
		assertStatus(FeatureState.ON, null, "mainstay.deadline.default=30s");
	}

	private void assertStatus(FeatureState state, String reason, String... properties) {
		this.contextRunner.withPropertyValues(properties).run((context) -> {
			DeadlineStatus status = context.getBean(DeadlineStatus.class);
			assertThat(status.state()).isEqualTo(state);
			assertThat(String.valueOf(status.reason())).contains(String.valueOf(reason));
		});
	}

	@Test
	void dataSourcesAreWatchedOnlyWhereThereCanBeDeadlines() {
		assertWatched(true, "mainstay.deadline.default=30s");
		assertWatched(true, "mainstay.trusted-proxies=10.0.0.0/8");
		assertWatched(false);
		assertWatched(false, "mainstay.deadline.default=30s", "mainstay.deadline.jdbc=false");
		assertWatched(false, "mainstay.deadline.default=30s", "mainstay.deadline.enabled=false");
	}

	private void assertWatched(boolean watched, String... properties) {
		this.contextRunner.withUserConfiguration(Sources.class)
			.withPropertyValues(properties)
			.run((context) -> assertThat(AopUtils.isAopProxy(context.getBean("open", DataSource.class)))
				.isEqualTo(watched));
	}

	@Test
	void saysWhoseStatementsKnowOfNoDeadline() {
		this.contextRunner.withUserConfiguration(Sources.class)
			.withPropertyValues("mainstay.deadline.default=30s")
			.run((context) -> assertThat(context.getBean(DeadlineStatus.class).reason()).contains("closed")
				.doesNotContain("open"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			header=X Y | mainstay.deadline.header is X Y | not the name of a header
			default=0s | mainstay.deadline.default is 0s | from 1ms
			max=-1s | mainstay.deadline.max is -1s | from 1ms
			max=200000d | mainstay.deadline.max | 3650d
			default=20m | mainstay.deadline.default is 20m | longer than mainstay.deadline.max, which is 600000 ms
			""")
	void aValueThatMakesNoSenseStopsTheStart(String property, String said, String reason) {
		this.contextRunner.withPropertyValues("mainstay.deadline." + property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessageContaining(said)
				.hasMessageContaining(reason));
	}

	private static final class ClosedPool extends Pool {

	}

	@Configuration(proxyBeanMethods = false)
	static class Sources {

		@Bean
		DataSource open() {
			return new Pool();
		}

		@Bean
		DataSource closed() {
			return new ClosedPool();
		}

	}

}
