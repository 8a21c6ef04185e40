package dev.mainstay.core.management.autoconfigure;

import java.util.List;
import java.util.Map;

import dev.mainstay.core.defaults.MainstayDefaults;
import dev.mainstay.core.management.GuardedEndpoints;
import dev.mainstay.core.management.ManagementAccessPolicy;
import dev.mainstay.core.management.ManagementGuard;
import dev.mainstay.core.management.reactive.ManagementGuardHandlerAdapter;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.problem.autoconfigure.ProblemAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.handler.MappedInterceptor;

import static org.assertj.core.api.Assertions.assertThat;

class ManagementGuardAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATION = AutoConfigurations.of(ProblemAutoConfiguration.class,
			ManagementGuardAutoConfiguration.class);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withInitializer(ManagementGuardAutoConfigurationTests::addDefaults)
		.withConfiguration(CONFIGURATION);

	private final ReactiveWebApplicationContextRunner reactiveRunner = new ReactiveWebApplicationContextRunner()
		.withInitializer(ManagementGuardAutoConfigurationTests::addDefaults)
		.withConfiguration(CONFIGURATION);

	@Test
	void guardsTheHandlersOfSpringMvc() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(MappedInterceptor.class)
			.hasSingleBean(ManagementGuard.class)
			.hasSingleBean(ManagementAccessPolicy.class)
			.doesNotHaveBean(ManagementGuardHandlerAdapter.class));
	}

	@Test
	void guardsTheHandlersOfWebFlux() {
		this.reactiveRunner.run((context) -> assertThat(context).hasSingleBean(ManagementGuardHandlerAdapter.class)
			.hasSingleBean(ManagementGuard.class)
			.doesNotHaveBean(MappedInterceptor.class));
	}

	@Test
	void guardsOnlyWhatIsExposedByDefault() {
		this.contextRunner
			.run((context) -> assertThat(context.getBean(ManagementGuard.class).guards("prometheus")).isTrue());
		this.contextRunner.withPropertyValues(GuardedEndpoints.EXPOSURE + "=prometheus")
			.run((context) -> assertThat(context.getBean(ManagementGuard.class).guards("prometheus")).isFalse());
	}

	@Test
	void statusNamesWhatTheApplicationLeavesOut() {
		this.contextRunner.withPropertyValues(GuardedEndpoints.EXPOSURE + "=health").run((context) -> {
			ManagementGuardStatus status = context.getBean(ManagementGuardStatus.class);
			assertThat(status.state()).isEqualTo(FeatureState.BACKED_OFF);
			assertThat(status.reason()).isEqualTo(
					"management.endpoints.web.exposure.include is set by the application and leaves out mainstay, "
							+ "hardening");
		});
	}

	@Test
	void statusSaysSoWhenNothingIsExposed() {
		this.contextRunner.run((context) -> assertThat(context.getBean(ManagementGuardStatus.class).state())
			.isEqualTo(FeatureState.NOT_APPLICABLE));
	}

	@Test
	void loopbackCanBeSwitchedOff() {
		this.contextRunner.withPropertyValues("mainstay.security.management.loopback=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ManagementAccessPolicy.class)
				.hasSingleBean(ManagementGuard.class));
	}

	@Test
	void aWrongValueFailsNamingTheProperty() {
		this.contextRunner.withPropertyValues("mainstay.security.management.loopback=perhaps")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("mainstay.security.management.loopback"));
	}

	@Test
	void policiesAndGuardOfTheApplicationAreUsed() {
		this.contextRunner.withUserConfiguration(OwnPolicy.class)
			.run((context) -> assertThat(context.getBeanProvider(ManagementAccessPolicy.class).orderedStream().toList())
				.hasSize(2));
		this.contextRunner.withUserConfiguration(OwnGuard.class)
			.run((context) -> assertThat(context.getBean(ManagementGuard.class).guards("health")).isFalse());
	}

	@Test
	void isOffByItsSwitchAndWithMainstay() {
		for (String property : List.of("mainstay.enabled", "mainstay.security.management.enabled")) {
			this.contextRunner.withPropertyValues(property + "=false")
				.run((context) -> assertThat(context).doesNotHaveBean(ManagementGuard.class)
					.doesNotHaveBean(MappedInterceptor.class)
					.doesNotHaveBean(ManagementAccessPolicy.class));
		}
	}

	@Test
	void backsOffWithoutActuatorOrWebStack() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ManagementGuard.class));
		this.contextRunner.withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(MappedInterceptor.class));
		new ApplicationContextRunner().withConfiguration(CONFIGURATION)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ManagementGuard.class));
	}

	private static void addDefaults(ConfigurableApplicationContext context) {
		context.getEnvironment()
			.getPropertySources()
			.addLast(new MapPropertySource(MainstayDefaults.DEFAULTS,
					Map.of(GuardedEndpoints.EXPOSURE, "health, info, mainstay, hardening, prometheus")));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnPolicy {

		@Bean
		ManagementAccessPolicy ownPolicy() {
			return (call) -> false;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnGuard {

		@Bean
		ManagementGuard ownGuard() {
			return new ManagementGuard(new GuardedEndpoints(false), List::of);
		}

	}

}
