package dev.mainstay.core.hardening.browser;

import dev.mainstay.core.hardening.Chains;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.servlet.view.freemarker.FreeMarkerViewResolver;
import reactor.core.publisher.Mono;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class CsrfCheckTests {

	private final CsrfCheck check = new CsrfCheck();

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WebFluxAutoConfiguration.class, SecurityAutoConfiguration.class,
				ReactiveWebSecurityAutoConfiguration.class))
		.withBean(ReactiveAuthenticationManager.class, () -> Mono::just);

	@Test
	void aLoginPageWithoutProtectionIsFound() {
		Chains.with((http) -> http.formLogin(Customizer.withDefaults()).csrf(CsrfConfigurer::disable))
			.run((context) -> assertThatLooking(this.check, context).fails("the chain own has a login for browsers"));
	}

	@Test
	void aReactiveLoginPageWithoutProtectionIsFound() {
		this.reactive.withUserConfiguration(Unprotected.class)
			.run((context) -> assertThatLooking(this.check, context).fails("the chain open has a login"));
	}

	@Test
	void basicForPagesIsFound() {
		Chains.with((http) -> http.httpBasic(Customizer.withDefaults()).csrf(CsrfConfigurer::disable))
			.withBean(FreeMarkerViewResolver.class)
			.run((context) -> assertThatLooking(this.check, context).fails("the chain own has a login for browsers"));
	}

	@Test
	void basicForProgramsPasses() {
		Chains
			.with((http) -> http.httpBasic(Customizer.withDefaults())
				.csrf(CsrfConfigurer::disable)
				.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aChainForTokensPasses() {
		Chains.with((http) -> http.csrf(CsrfConfigurer::disable))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whatLeavesOutSomeRequestsPasses() {
		Chains
			.with((http) -> http.formLogin(Customizer.withDefaults())
				.csrf((csrf) -> csrf.ignoringRequestMatchers("/webhooks/**")))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void theChainsOfSpringPass() {
		Chains.standard().run((context) -> assertThatLooking(this.check, context).passes());
		this.reactive.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anApplicationWithoutSecurityHasNothingToCheck() {
		new WebApplicationContextRunner().run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Configuration(proxyBeanMethods = false)
	static class Unprotected {

		@Bean
		SecurityWebFilterChain open(ServerHttpSecurity http) {
			return http.formLogin(Customizer.withDefaults()).csrf(CsrfSpec::disable).build();
		}

	}

}
