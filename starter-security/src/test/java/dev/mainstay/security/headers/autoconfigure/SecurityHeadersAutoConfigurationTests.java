package dev.mainstay.security.headers.autoconfigure;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import dev.mainstay.core.mode.Features;
import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.core.mode.autoconfigure.ModeAutoConfiguration;
import dev.mainstay.security.headers.PlainPaths;
import dev.mainstay.security.headers.SecurityHeaders;
import org.assertj.core.api.AbstractStringAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityHeadersAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATION = AutoConfigurations.of(LadderAutoConfiguration.class,
			ModeAutoConfiguration.class, SecurityHeadersAutoConfiguration.class);

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
	void browsersAreBoundToTlsByItsPropertyOnly() {
		assertTransportSecurity(false);
		assertTransportSecurity(false, "server.ssl.bundle=web", "mainstay.mode=enforce");
		assertTransportSecurity(false, "mainstay.security.headers.hsts=false");
		assertTransportSecurity(true, "mainstay.security.headers.hsts=true");
	}

	@Test
	void saysThatAServerWithTlsLeavesBrowsersUnboundUntilSomebodyDecides() {
		assertReason("server.ssl.bundle=web").contains("mainstay.security.headers.hsts=true");
		assertReason("server.ssl.key-store=classpath:web.p12").contains("Strict-Transport-Security");
		assertReason("server.ssl.bundle=web", "mainstay.security.headers.hsts=false").isNull();
		assertReason("server.ssl.bundle=web", "server.ssl.enabled=false").isNull();
		assertReason("server.port=0").isNull();
	}

	@Test
	void leavesPathsOutOfTheRuleForPages() {
		this.contextRunner.withPropertyValues("mainstay.security.headers.html-reported-only=/docs,/console")
			.run((context) -> assertThat(context.getBean(SecurityHeaders.class)).extracting("reportedOnly")
				.isEqualTo(new PlainPaths(List.of("/docs", "/console"))));
	}

	@Test
	void saysWhatIsNoPath() {
		this.contextRunner.withPropertyValues("mainstay.security.headers.html-reported-only=/docs/**")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessageContaining("mainstay.security.headers.html-reported-only")
				.hasMessageContaining("'/docs/**' is no path such as /swagger-ui"));
	}

	@Test
	void isOffByItsSwitchAlsoWhereConditionsWereDecidedBefore() {
		for (String property : List.of("mainstay.enabled", "mainstay.security.headers.enabled")) {
			MockEnvironment environment = new MockEnvironment().withProperty(property, "false");
			SecurityHeadersAutoConfiguration configuration = new SecurityHeadersAutoConfiguration();
			Ladder ladder = new Ladder(Mode.ENFORCE);
			SecurityHeadersProperties properties = new SecurityHeadersProperties(null, List.of(), true);
			assertThat(configuration.mainstaySecurityHeaders(ladder, properties, environment)).extracting("enabled")
				.isEqualTo(false);
			assertThat(rung(ladder)).isEqualTo(Rung.OFF);
			assertThat(configuration.mainstaySecurityHeadersStatus(environment).state()).isEqualTo(FeatureState.OFF);
		}
	}

	private AbstractStringAssert<?> assertReason(String... properties) {
		AtomicReference<@Nullable String> reason = new AtomicReference<>();
		this.contextRunner.withPropertyValues(properties)
			.run((context) -> reason.set(context.getBean(SecurityHeadersStatus.class).reason()));
		return assertThat(reason.get());
	}

	private void assertTransportSecurity(boolean expected, String... properties) {
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
			return new SecurityHeaders(new Ladder(Mode.REPORT).rule("own", Rung.OFF), false, true);
		}

	}

}
