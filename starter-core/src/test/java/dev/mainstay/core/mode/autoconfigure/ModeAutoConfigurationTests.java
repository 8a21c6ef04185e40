package dev.mainstay.core.mode.autoconfigure;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Features;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.mode.SwitchedOffAtRunTime;
import dev.mainstay.core.mode.actuate.MainstayEndpoint;
import dev.mainstay.core.mode.metrics.RuleMetrics;
import dev.mainstay.core.request.RequestCounter;
import dev.mainstay.core.request.RequestOrigin;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class ModeAutoConfigurationTests {

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, ModeAutoConfiguration.class,
				EndpointAutoConfiguration.class));

	@Test
	void reportsByDefault() {
		this.contextRunner.run((context) -> {
			assertThat(context.getBean(Ladder.class).mode()).isEqualTo(Mode.REPORT);
			assertThat(context).hasSingleBean(Features.class).hasSingleBean(StartBlock.class);
		});
	}

	@Test
	void modeReachesTheLadder() {
		this.contextRunner.withPropertyValues("mainstay.mode=enforce")
			.run((context) -> assertThat(context.getBean(Ladder.class).rule("a.rule", null).rung())
				.isEqualTo(Rung.ENFORCE));
	}

	@Test
	void aModeThatDoesNotExistFailsNamingTheProperty() {
		this.contextRunner.withPropertyValues("mainstay.mode=strict")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("dev.mainstay.core.mode.Mode.strict"));
	}

	@Test
	void nothingIsThereWhenMainstayIsOff() {
		this.contextRunner.withPropertyValues("mainstay.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(Ladder.class)
				.doesNotHaveBean(Features.class)
				.doesNotHaveBean(MainstayEndpoint.class));
	}

	@Test
	void hasNothingToSayWhenTheApplicationExcludesTheLadder() {
		new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(ModeAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Features.class));
	}

	@Test
	void hasAnEndpointWhereItIsExposed() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(MainstayEndpoint.class));
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=mainstay")
			.run((context) -> assertThat(context).hasSingleBean(MainstayEndpoint.class));
	}

	@Test
	void hasNoEndpointWithoutActuator() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, ModeAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasSingleBean(Features.class).doesNotHaveBean("mainstayEndpoint"));
	}

	@ParameterizedTest
	@ValueSource(classes = { OwnEndpoint.class, OwnWebEndpoint.class })
	void leavesItsIdToAnEndpointOfTheApplication(Class<?> own) {
		this.contextRunner.withConfiguration(AutoConfigurations.of(WebEndpointAutoConfiguration.class))
			.withUserConfiguration(own)
			.withPropertyValues("management.endpoints.web.exposure.include=mainstay")
			.run((context) -> {
				assertThat(context).doesNotHaveBean(MainstayEndpoint.class);
				assertThat(context.getBean(WebEndpointsSupplier.class).getEndpoints()).hasSize(1);
				assertThat(context.getBean(StartBlock.class).text()).contains(
						"1 backed off: mainstay-endpoint (the application has an endpoint with this id, its bean ");
			});
	}

	@Test
	void anEndpointThatNothingExposesIsNotApplicable() {
		this.contextRunner.run((context) -> assertThat(context.getBean(StartBlock.class).text())
			.contains("mainstay-endpoint (nothing exposes it)"));
	}

	@Test
	void whatIsThereNeverthelessIsSwitchedOffAtRunTime() {
		this.contextRunner.withBean(SwitchedOffAtRunTime.class)
			.withPropertyValues("management.endpoints.web.exposure.include=mainstay")
			.run((context) -> {
				context.getBean(RequestCounter.class).ended(RequestOrigin.APPLICATION);
				assertThat(context.getBean(Ladder.class).requests()).isZero();
				assertThat(context.getBean(MainstayEndpoint.class).overview()).isNull();
			});
	}

	@Test
	void endpointAndStartBlockShowRulesAndFeatures() {
		this.contextRunner.withUserConfiguration(StatusConfiguration.class)
			.withPropertyValues("management.endpoints.web.exposure.include=mainstay")
			.run((context) -> {
				Ladder ladder = context.getBean(Ladder.class);
				ladder.rule("a.rule", null);
				ladder.countRequest();
				assertThat(context.getBean(MainstayEndpoint.class).overview().rules()).singleElement()
					.satisfies(
							(rule) -> assertThat(rule.verdict()).isEqualTo("not enough seen yet: 1 of 1,000 requests"));
				assertThat(context.getBean(StartBlock.class).text()).contains("mode report", "a.rule",
						"request-id (aFilter)");
			});
	}

	@Test
	void aRuleThatRejectsNothingIsNotSaidToReject() {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=mainstay").run((context) -> {
			Ladder ladder = context.getBean(Ladder.class);
			ladder.rule("a.header", null).applies();
			ladder.countRequest();
			assertThat(context.getBean(MainstayEndpoint.class).overview().rules()).singleElement()
				.satisfies((rule) -> assertThat(rule.verdict()).isEqualTo("1 answers that would change in 1 requests"));
		});
	}

	@Test
	void hitsAreCountedInEachRegistryThatThereIs() {
		this.contextRunner
			.withConfiguration(
					AutoConfigurations.of(MetricsAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class))
			.run((context) -> {
				context.getBean(Ladder.class).rule("a.rule", null).broken("a subject");
				assertThat(context.getBean(MeterRegistry.class)
					.get("mainstay.rules.hits")
					.tags("rule", "a.rule", "rung", "report")
					.functionCounter()
					.count()).isOne();
			});
	}

	@Test
	void hitsAreCountedWithoutMicrometerAndWithoutARegistry() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(RuleMetrics.class));
		this.contextRunner.withClassLoader(new FilteredClassLoader("io.micrometer.core")).run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean("mainstayRuleMetrics");
			assertThat(context.getBean(Ladder.class).rule("a.rule", null).broken("a subject")).isFalse();
		});
	}

	@Test
	void backsOffForMetricsOfTheApplication() {
		RuleMetrics own = new RuleMetrics(new Ladder(Mode.REPORT), true);
		this.contextRunner.withBean(RuleMetrics.class, () -> own)
			.run((context) -> assertThat(context).getBean(RuleMetrics.class).isSameAs(own));
	}

	@Test
	void thereIsNoMeterWhereMainstayIsSwitchedOffAtRunTime() {
		this.contextRunner.withBean(SwitchedOffAtRunTime.class).run((context) -> {
			SimpleMeterRegistry registry = new SimpleMeterRegistry();
			context.getBean(Ladder.class).rule("a.rule", null);
			context.getBean(RuleMetrics.class).bindTo(registry);
			assertThat(registry.getMeters()).isEmpty();
		});
	}

	@Endpoint(id = "mainstay")
	static class OwnEndpoint {

		@ReadOperation
		String read() {
			return "own";
		}

	}

	@WebEndpoint(id = "mainstay")
	static class OwnWebEndpoint {

		@ReadOperation
		String read() {
			return "own";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class StatusConfiguration {

		@Bean
		FeatureStatus status() {
			return FeatureStatus.backedOff("request-id", "aFilter");
		}

	}

}
