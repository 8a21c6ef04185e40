package dev.mainstay.core.hardening.browser;

import dev.mainstay.core.hardening.Chains;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.security.headers.autoconfigure.SecurityHeadersAutoConfiguration;
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
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import reactor.core.publisher.Mono;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class DisabledHeadersCheckTests {

	private final DisabledHeadersCheck check = new DisabledHeadersCheck();

	@Test
	void aChainWithoutHeadersIsFound() {
		Chains.with((http) -> http.headers(HeadersConfigurer::disable))
			.run((context) -> assertThatLooking(this.check, context).fails("the chain own writes no headers"));
	}

	@Test
	void aReactiveChainWithoutHeadersIsFound() {
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(WebFluxAutoConfiguration.class, SecurityAutoConfiguration.class,
					ReactiveWebSecurityAutoConfiguration.class))
			.withBean(ReactiveAuthenticationManager.class, () -> Mono::just)
			.withUserConfiguration(WithoutHeaders.class)
			.run((context) -> assertThatLooking(this.check, context).fails("the chain bare writes no headers"));
	}

	@Test
	void aHeaderThatIsLoosenedPasses() {
		Chains.with((http) -> http.headers((headers) -> headers.frameOptions((frame) -> frame.sameOrigin())))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void theHeadersOfMainstayPass() {
		Chains.with((http) -> http.headers(HeadersConfigurer::disable))
			.withConfiguration(
					AutoConfigurations.of(LadderAutoConfiguration.class, SecurityHeadersAutoConfiguration.class))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void theHeadersOfMainstaySwitchedOffDoNotHelp() {
		Chains.with((http) -> http.headers(HeadersConfigurer::disable))
			.withConfiguration(
					AutoConfigurations.of(LadderAutoConfiguration.class, SecurityHeadersAutoConfiguration.class))
			.withPropertyValues("mainstay.security.headers.enabled=false")
			.run((context) -> assertThatLooking(this.check, context).fails("the chain own writes no headers"));
	}

	@Test
	void anApplicationWithoutSecurityHasNothingToCheck() {
		new WebApplicationContextRunner().run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Configuration(proxyBeanMethods = false)
	static class WithoutHeaders {

		@Bean
		SecurityWebFilterChain bare(ServerHttpSecurity http) {
			return http.headers(HeaderSpec::disable).build();
		}

		@Bean
		SecurityWebFilterChain other(ServerHttpSecurity http) {
			return http.build();
		}

	}

}
