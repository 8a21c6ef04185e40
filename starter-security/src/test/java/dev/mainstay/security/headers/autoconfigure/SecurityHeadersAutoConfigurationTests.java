package dev.mainstay.security.headers.autoconfigure;

import java.util.List;

import dev.mainstay.core.mode.Features;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.mode.autoconfigure.ModeAutoConfiguration;
import dev.mainstay.security.headers.SecurityHeaders;
import dev.mainstay.security.headers.TransportSecurity;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityHeadersAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATION = AutoConfigurations.of(ModeAutoConfiguration.class,
			SecurityHeadersAutoConfiguration.class);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATION);

	@Test
	void isOnForEveryWebStack() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(SecurityHeaders.class));
		new ReactiveWebApplicationContextRunner().withConfiguration(CONFIGURATION)
			.run((context) -> assertThat(context).hasSingleBean(SecurityHeaders.class));
		new ApplicationContextRunner().withConfiguration(CONFIGURATION)
			.run((context) -> assertThat(context).doesNotHaveBean(SecurityHeaders.class));
	}

	@Test
	void isAFeatureOfTheCatalogue() {
		this.contextRunner.run((context) -> assertThat(context.getBean(Features.class).all())
			.anySatisfy((feature) -> assertThat(feature.name() + " " + feature.state())
				.isEqualTo("security-headers " + FeatureState.ON)));
	}

	@Test
	void isOffByItsSwitchAndWithMainstay() {
		for (String property : List.of("mainstay.enabled", "mainstay.security.headers.enabled")) {
			this.contextRunner.withPropertyValues(property + "=false")
				.run((context) -> assertThat(context).doesNotHaveBean(SecurityHeaders.class));
		}
	}

	@Test
	void backsOffForABeanOfTheApplication() {
		this.contextRunner.withUserConfiguration(OwnHeaders.class)
			.run((context) -> assertThat(context).hasSingleBean(SecurityHeaders.class).hasBean("ownHeaders"));
	}

	@Test
	void theRuleForPagesFollowsTheModeOrItsProperty() {
		this.contextRunner.run((context) -> assertThat(rung(context.getBean(Ladder.class))).isEqualTo(Rung.REPORT));
		this.contextRunner.withPropertyValues("mainstay.mode=enforce")
			.run((context) -> assertThat(rung(context.getBean(Ladder.class))).isEqualTo(Rung.ENFORCE));
		this.contextRunner.withPropertyValues("mainstay.mode=enforce", "mainstay.security.headers.html=off")
			.run((context) -> assertThat(rung(context.getBean(Ladder.class))).isEqualTo(Rung.OFF));
	}

	@Test
	void aRungThatDoesNotExistFailsNamingTheProperty() {
		this.contextRunner.withPropertyValues("mainstay.security.headers.html=strict")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("mainstay.security.headers.html"));
	}

	@Test
	void transportSecurityFollowsItsPropertyOrTheServer() {
		assertTransportSecurity(TransportSecurity.OFF);
		assertTransportSecurity(TransportSecurity.HOST, "server.ssl.bundle=web");
		assertTransportSecurity(TransportSecurity.OFF, "server.ssl.bundle=web", "server.ssl.enabled=false");
		assertTransportSecurity(TransportSecurity.OFF, "server.ssl.bundle=web", "mainstay.security.headers.hsts=false");
		assertTransportSecurity(TransportSecurity.PUBLIC, "mainstay.security.headers.hsts=true");
	}

	private void assertTransportSecurity(TransportSecurity expected, String... properties) {
		this.contextRunner.withPropertyValues(properties)
			.run((context) -> assertThat(context.getBean(SecurityHeaders.class)).extracting("transportSecurity")
				.isEqualTo(expected));
	}

	private static Rung rung(Ladder ladder) {
		return ladder.rules()
			.stream()
			.filter((rule) -> rule.name().equals("security.headers.html"))
			.findFirst()
			.orElseThrow()
			.rung();
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnHeaders {

		@Bean
		SecurityHeaders ownHeaders() {
			return new SecurityHeaders(new Ladder(Mode.REPORT).rule("own", Rung.OFF), TransportSecurity.OFF, true);
		}

	}

}
