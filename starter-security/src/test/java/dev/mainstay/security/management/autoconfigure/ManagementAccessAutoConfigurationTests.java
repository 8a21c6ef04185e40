package dev.mainstay.security.management.autoconfigure;

import java.util.List;

import dev.mainstay.core.management.ManagementAccessPolicy;
import dev.mainstay.security.management.AuthorityPolicy;
import dev.mainstay.security.management.RolePolicy;
import dev.mainstay.security.management.ScrapePolicy;
import dev.mainstay.security.management.TokenPolicy;
import dev.mainstay.security.management.servlet.OwnRulePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class ManagementAccessAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATION = AutoConfigurations
		.of(ManagementAccessAutoConfiguration.class);

	private static final String TOKEN = "token-".repeat(4);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATION);

	private final ReactiveWebApplicationContextRunner reactiveRunner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(CONFIGURATION);

	@Test
	void addsItsPolicies() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(ScrapePolicy.class)
			.hasSingleBean(TokenPolicy.class)
			.hasSingleBean(RolePolicy.class)
			.hasSingleBean(AuthorityPolicy.class)
			.hasSingleBean(OwnRulePolicy.class));
		this.reactiveRunner.run((context) -> assertThat(context).hasSingleBean(AuthorityPolicy.class)
			.doesNotHaveBean(OwnRulePolicy.class));
	}

	@Test
	void worksWithoutSpringSecurity() {
		FilteredClassLoader withoutSecurity = new FilteredClassLoader("org.springframework.security");
		this.contextRunner.withClassLoader(withoutSecurity)
			.run((context) -> assertThat(context).hasSingleBean(RolePolicy.class)
				.doesNotHaveBean(AuthorityPolicy.class)
				.doesNotHaveBean(OwnRulePolicy.class));
		this.reactiveRunner.withClassLoader(withoutSecurity)
			.run((context) -> assertThat(context).hasSingleBean(TokenPolicy.class)
				.doesNotHaveBean(AuthorityPolicy.class));
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
	void backsOffForAPolicyOfTheApplication() {
		this.contextRunner.withUserConfiguration(OwnToken.class)
			.run((context) -> assertThat(context).hasSingleBean(TokenPolicy.class).hasBean("ownToken"));
	}

	@Test
	void saysWhoIsAdmittedAndNotTheToken() {
		this.contextRunner
			.withPropertyValues("mainstay.security.management.role=OPS", "mainstay.security.management.token=" + TOKEN,
					"mainstay.security.management.scrape-from=10.0.0.0/8,fd00::/8")
			.run((context) -> {
				assertThat(context.getBean(ManagementAccessStatus.class).reason())
					.isEqualTo("role OPS, bearer token, prometheus from 10.0.0.0/8 fd00::/8");
				assertThat(context.getBean(TokenPolicy.class).challenge()).isEqualTo("Bearer");
				assertThat(context.getBean(RolePolicy.class).remedy()).contains("OPS");
				assertThat(context.getBean(ManagementAccessProperties.class).toString()).doesNotContain(TOKEN);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "short", "fifteen-letters", "                    " })
	void aTokenThatCanBeGuessedFailsNamingTheProperty(String token) {
		this.contextRunner.withPropertyValues("mainstay.security.management.token=" + token)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("mainstay.security.management.token")
				.hasMessageNotContaining("fifteen"));
	}

	@Test
	void aRangeThatIsNoneFailsNamingTheProperty() {
		this.contextRunner.withPropertyValues("mainstay.security.management.scrape-from=10.0.0.0/8,everywhere")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("mainstay.security.management.scrape-from: 'everywhere'"));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnToken {

		@Bean
		TokenPolicy ownToken() {
			return new TokenPolicy(null);
		}

	}

}
