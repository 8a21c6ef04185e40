package dev.mainstay.security.management.autoconfigure;

import java.util.List;
import java.util.Set;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.management.ManagementAccessListener;
import dev.mainstay.core.management.ManagementAccessPolicy;
import dev.mainstay.core.management.ManagementCall;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.security.management.ManagementAccessEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class ManagementAccessAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATION = AutoConfigurations
		.of(ManagementAccessAutoConfiguration.class);

	private static final String AUTHORITY = "mainstayAuthorityPolicy";

	private static final String OWN_RULE = "mainstayOwnRulePolicy";

	private static final String TOKEN = "token-".repeat(4);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATION);

	private final ReactiveWebApplicationContextRunner reactiveRunner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(CONFIGURATION);

	@Test
	void addsItsPolicies() {
		this.contextRunner
			.run((context) -> assertThat(policies(context)).containsExactlyInAnyOrder("mainstayScrapePolicy",
					"mainstayTokenPolicy", "mainstayRolePolicy", AUTHORITY, OWN_RULE));
		this.reactiveRunner
			.run((context) -> assertThat(policies(context)).contains(AUTHORITY).doesNotContain(OWN_RULE));
	}

	@Test
	void worksWithoutSpringSecurity() {
		FilteredClassLoader withoutSecurity = new FilteredClassLoader("org.springframework.security");
		this.contextRunner.withClassLoader(withoutSecurity)
			.run((context) -> assertThat(policies(context)).hasSize(3).doesNotContain(AUTHORITY, OWN_RULE));
		this.reactiveRunner.withClassLoader(withoutSecurity)
			.run((context) -> assertThat(policies(context)).hasSize(3).doesNotContain(AUTHORITY));
	}

	@Test
	void backsOffWithoutActuatorOrWebApplication() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).doesNotHaveBean(ManagementAccessPolicy.class));
		new ApplicationContextRunner().withConfiguration(CONFIGURATION)
			.run((context) -> assertThat(context).doesNotHaveBean(ManagementAccessPolicy.class));
	}

	@Test
	void isOffByItsSwitchAndWithMainstay() {
		for (String property : List.of("mainstay.enabled", "mainstay.security.management.enabled")) {
			this.contextRunner.withPropertyValues(property + "=false")
				.run((context) -> assertThat(context).doesNotHaveBean(ManagementAccessPolicy.class));
		}
	}

	@Test
	void tellsOfAccessUnlessTheApplicationDoes() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(ManagementAccessListener.class)
			.hasSingleBean(ManagementAccessEvents.class));
		ManagementAccessEvents own = new ManagementAccessEvents((event) -> {
		});
		this.contextRunner.withBean(ManagementAccessEvents.class, () -> own)
			.run((context) -> assertThat(context.getBean(ManagementAccessListener.class)).isSameAs(own));
		this.contextRunner.withPropertyValues("mainstay.security.management.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ManagementAccessListener.class));
	}

	@Test
	void backsOffForAPolicyOfTheApplication() {
		this.contextRunner.withUserConfiguration(OwnToken.class)
			.run((context) -> assertThat(context.getBean("mainstayTokenPolicy", ManagementAccessPolicy.class).remedy())
				.isEqualTo("ask the operators"));
	}

	@Test
	void saysWhoIsAdmittedAndNotTheToken() {
		this.contextRunner
			.withPropertyValues("mainstay.security.management.role=OPS", "mainstay.security.management.token=" + TOKEN,
					"mainstay.security.management.scrape-from=10.0.0.0/8,fd00::/8")
			.run((context) -> {
				assertThat(context.getBean(ManagementAccessStatus.class).reason())
					.isEqualTo("role OPS, bearer token, prometheus from 10.0.0.0/8 fd00::/8");
				assertThat(policy(context, "mainstayTokenPolicy").challenge()).isEqualTo("Bearer");
				assertThat(policy(context, "mainstayRolePolicy").remedy()).contains("OPS");
				assertThat(context.getBean(ManagementAccessProperties.class).toString()).doesNotContain(TOKEN);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "short", "fifteen-letters", "  fifteen-letters  ", "unsendable-pässword" })
	void aTokenThatCanBeGuessedOrNotBeSentFailsNamingTheProperty(String token) {
		this.contextRunner.withPropertyValues("mainstay.security.management.token=" + token)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("mainstay.security.management.token")
				.hasMessageNotContainingAny("fifteen", "unsendable"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "                    ", "${UNDEFINED_TOKEN:}" })
	void aTokenThatIsBlankIsNone(String token) {
		this.contextRunner.withPropertyValues("mainstay.security.management.token=" + token).run((context) -> {
			assertThat(policy(context, "mainstayTokenPolicy").challenge()).isNull();
			assertThat(context.getBean(ManagementAccessStatus.class).reason()).isEqualTo("role ACTUATOR");
		});
	}

	@Test
	void isOffByItsSwitchAlsoWhereConditionsWereDecidedBefore() {
		ManagementAccessAutoConfiguration configuration = new ManagementAccessAutoConfiguration();
		ManagementAccessProperties properties = new ManagementAccessProperties("ACTUATOR", null, List.of());
		for (String property : List.of("mainstay.enabled", "mainstay.security.management.enabled")) {
			assertThat(configuration
				.mainstayManagementAccessStatus(properties, new MockEnvironment().withProperty(property, "false"))
				.state()).isEqualTo(FeatureState.OFF);
		}
	}

	@Test
	void aRangeThatIsNoneFailsNamingTheProperty() {
		this.contextRunner.withPropertyValues("mainstay.security.management.scrape-from=10.0.0.0/8,everywhere")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessageStartingWith(
						"mainstay.security.management.scrape-from is [10.0.0.0/8, everywhere]: 'everywhere'"));
	}

	private static Set<String> policies(ApplicationContext context) {
		return context.getBeansOfType(ManagementAccessPolicy.class).keySet();
	}

	private static ManagementAccessPolicy policy(ApplicationContext context, String name) {
		return context.getBean(name, ManagementAccessPolicy.class);
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnToken {

		@Bean
		ManagementAccessPolicy mainstayTokenPolicy() {
			return new ManagementAccessPolicy() {

				@Override
				public boolean admits(ManagementCall call) {
					return false;
				}

				@Override
				public String remedy() {
					return "ask the operators";
				}

			};
		}

	}

}
