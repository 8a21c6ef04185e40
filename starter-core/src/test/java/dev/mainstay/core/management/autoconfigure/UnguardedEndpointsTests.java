package dev.mainstay.core.management.autoconfigure;

import java.util.Map;
import java.util.Set;

import dev.mainstay.core.defaults.MainstayDefaults;
import dev.mainstay.core.management.GuardedEndpoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class UnguardedEndpointsTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(EndpointAutoConfiguration.class, WebEndpointAutoConfiguration.class))
		.withBean(Info.class)
		.withBean(Prometheus.class);

	/** As where the guard is excluded, or was switched off when beans were chosen. */
	@ParameterizedTest
	@ValueSource(strings = { MainstayDefaults.DEFAULTS, MainstayDefaults.POLICY })
	void whatIsOursIsHiddenWithoutAGuard(String source, CapturedOutput output) {
		exposedBy(source).run((context) -> assertThat(exposed(context)).containsExactly("info"));
		assertThat(output.toString().lines().filter((line) -> line.contains("are hidden"))).singleElement()
			.asString()
			.contains(GuardedEndpoints.EXPOSURE);
	}

	@Test
	void whatIsOursIsShownWithAGuardInPlace() {
		exposedBy(MainstayDefaults.DEFAULTS).withBean(GuardBinding.class, () -> () -> true)
			.run((context) -> assertThat(exposed(context)).containsExactlyInAnyOrder("info", "prometheus"));
		exposedBy(MainstayDefaults.DEFAULTS).withBean(GuardBinding.class, () -> () -> false)
			.run((context) -> assertThat(exposed(context)).containsExactly("info"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled", GuardedEndpoints.ENABLED })
	void whatAPolicyExposesIsHiddenWhereTheGuardIsSwitchedOff(String property) {
		exposedBy(MainstayDefaults.POLICY).withPropertyValues(property + "=false")
			.withBean(GuardBinding.class, () -> () -> true)
			.run((context) -> assertThat(exposed(context)).containsExactly("info"));
	}

	@Test
	void whatTheApplicationExposesIsItsOwn() {
		exposedBy(MainstayDefaults.DEFAULTS).withPropertyValues(GuardedEndpoints.EXPOSURE + "=prometheus")
			.run((context) -> assertThat(exposed(context)).containsExactly("prometheus"));
	}

	private WebApplicationContextRunner exposedBy(String source) {
		return this.runner.withInitializer((context) -> addExposure(context, source))
			.withInitializer(new UnguardedEndpointsInitializer()::initialize);
	}

	private static void addExposure(ConfigurableApplicationContext context, String source) {
		context.getEnvironment()
			.getPropertySources()
			.addLast(new MapPropertySource(source, Map.of(GuardedEndpoints.EXPOSURE, "info,prometheus")));
	}

	private static Set<String> exposed(ApplicationContext context) {
		return context.getBean(WebEndpointsSupplier.class)
			.getEndpoints()
			.stream()
			.map((endpoint) -> endpoint.getEndpointId().toString())
			.collect(toSet());
	}

	@Endpoint(id = "info")
	static class Info {

		@ReadOperation
		String read() {
			return "info";
		}

	}

	@Endpoint(id = "prometheus")
	static class Prometheus {

		@ReadOperation
		String read() {
			return "secret";
		}

	}

}
