package dev.mainstay.core.hardening.authentication;

import java.io.IOException;
import java.util.Objects;

import com.example.shop.ApiKeyFilter;
import com.example.shop.CatalogueController;
import com.example.shop.GuardedController;
import com.example.shop.OrderController;
import com.example.shop.PickyController;
import com.example.shop.WebhookController;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.filter.OncePerRequestFilter;
import reactor.core.publisher.Mono;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;
import static dev.mainstay.core.hardening.VerdictAssert.assertThatProbing;
import static org.assertj.core.api.Assertions.assertThat;

class AnonymousAccessCheckTests {

	private final AnonymousAccessCheck check = new AnonymousAccessCheck();

	private final ReachableHandlersCheck map = new ReachableHandlersCheck();

	private final WebApplicationContextRunner bare = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class, SecurityAutoConfiguration.class,
				ServletWebSecurityAutoConfiguration.class));

	private final WebApplicationContextRunner runner = this.bare.withUserConfiguration(OrderController.class,
			CatalogueController.class, WebhookController.class);

	private final WebApplicationContextRunner probed = this.runner.withConfiguration(
			AutoConfigurations.of(DispatcherServletAutoConfiguration.class, SecurityFilterAutoConfiguration.class));

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WebFluxAutoConfiguration.class, SecurityAutoConfiguration.class,
				ReactiveWebSecurityAutoConfiguration.class))
		.withBean(ReactiveAuthenticationManager.class, () -> Mono::just)
		.withUserConfiguration(OrderController.class);

	@Test
	void whatARuleLeavesOpenIsFound() {
		this.runner.withUserConfiguration(OrdersOpen.class)
			.run((context) -> assertThatLooking(this.check, context).fails(
					"POST /orders (OrderController#create) is open",
					"DELETE /orders/{id:[0-9]+} (OrderController#delete) is open"));
	}

	@Test
	void whatIsOpenAltogetherIsFound() {
		this.runner.withUserConfiguration(AllOpen.class)
			.run((context) -> assertThatLooking(this.check, context).fails("POST /orders", "DELETE /orders"));
	}

	@Test
	void whatOnlyAnswersMayBeOpen() {
		this.runner.withUserConfiguration(ReadingOpen.class)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aRuleForTheEndpointsIsAsked() {
		this.runner
			.withConfiguration(
					AutoConfigurations.of(EndpointAutoConfiguration.class, WebEndpointAutoConfiguration.class))
			.withUserConfiguration(EndpointsOpen.class)
			.run((context) -> {
				// As an embedded server does.
				context.getServletContext()
					.setAttribute(WebApplicationContext.ROOT_WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
				assertThatLooking(this.check, context).passes();
			});
	}

	@Test
	void whatAsksForALoginPasses() {
		this.runner.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void theChainOfTheActuatorCanBeAsked() {
		this.runner
			.withConfiguration(AutoConfigurations.of(EndpointAutoConfiguration.class,
					WebEndpointAutoConfiguration.class, HealthContributorRegistryAutoConfiguration.class,
					HealthEndpointAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class))
			.run((context) -> {
				assertThat(context).hasBean("managementSecurityFilterChain");
				// As a server does it
				Objects.requireNonNull(context.getServletContext())
					.setAttribute(WebApplicationContext.ROOT_WEB_APPLICATION_CONTEXT_ATTRIBUTE,
							context.getSourceApplicationContext());
				assertThatLooking(this.check, context).passes();
			});
	}

	@Test
	void whatAnAnnotationGuardsPasses() {
		this.bare
			.withUserConfiguration(GuardedController.class, CatalogueController.class, AllOpen.class,
					MethodSecurity.class)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whatMethodsBehindTheHandlersMayGuardIsUnknown() {
		this.runner.withUserConfiguration(AllOpen.class, MethodSecurity.class)
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void whatAFilterOfTheApplicationMayGuardIsUnknown() {
		this.runner.withUserConfiguration(AllOpen.class)
			.withBean(ApiKeyFilter.class)
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void theReactiveStackIsUnknown() {
		this.reactive.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void aProbeListsWhatIsOpen() {
		this.probed.withUserConfiguration(ReadingOpen.class).run((context) -> {
			assertThatProbing(this.check, context).passes();
			assertThatProbing(this.map, context).passesSeeing("GET /articles (CatalogueController#articles)",
					"GET /orders/{id} (OrderController#order)", "POST /webhooks/payment");
		});
		this.probed.withUserConfiguration(OrdersOpen.class)
			.run((context) -> assertThatProbing(this.map, context).passesSeeing("POST /orders", "DELETE /orders/{id",
					"GET /orders/{id}", "POST /webhooks/payment"));
	}

	@Test
	void aProbeThatAHandlerDoesNotTakeSaysNothing() {
		this.probed.withUserConfiguration(PickyController.class, AllOpen.class)
			.run((context) -> assertThatProbing(this.check, context).fails("POST /orders", "DELETE /orders",
					"POST /imports"));
	}

	@Test
	void aProbeFindsWhatARuleLeavesOpen() {
		this.probed.withUserConfiguration(OrdersOpen.class)
			.run((context) -> assertThatProbing(this.check, context).fails(
					"POST /orders (OrderController#create) is open",
					"DELETE /orders/{id:[0-9]+} (OrderController#delete) is open"));
	}

	@Test
	void aProbeSeesWhatAFilterOfTheApplicationGuards() {
		this.probed.withUserConfiguration(AllOpen.class)
			.withBean("apiKeyFilter", Refusing.class)
			.run((context) -> assertThatProbing(this.check, context).passes());
		this.probed.withUserConfiguration(AllOpen.class)
			.withBean(ApiKeyFilter.class)
			.run((context) -> assertThatProbing(this.check, context).fails("POST /orders", "DELETE /orders"));
	}

	@Test
	void aProbeKnowsTheReactiveStack() {
		this.reactive.run((context) -> assertThatProbing(this.check, context).passes());
		this.reactive
			.withBean(SecurityWebFilterChain.class,
					() -> ServerHttpSecurity.http()
						.authorizeExchange((exchanges) -> exchanges.anyExchange().permitAll())
						.build())
			.run((context) -> assertThatProbing(this.check, context).fails("POST /orders", "DELETE /orders"));
	}

	@Test
	void anApplicationWithoutChainOrHandlersHasNothingToCheck() {
		this.bare.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class))
			.withUserConfiguration(OrderController.class)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	static class Refusing extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws IOException {
			response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OrdersOpen {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http
				.authorizeHttpRequests((requests) -> requests.requestMatchers("/orders/**", "/webhooks/**")
					.permitAll()
					.anyRequest()
					.authenticated())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReadingOpen {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http
				.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
					.permitAll()
					.requestMatchers(new RequestHeaderRequestMatcher("X-Probe"))
					.permitAll()
					.requestMatchers(HttpMethod.GET)
					.permitAll()
					.requestMatchers("/webhooks/**")
					.permitAll()
					.anyRequest()
					.authenticated())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class EndpointsOpen {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return http
				.authorizeHttpRequests((requests) -> requests.requestMatchers(EndpointRequest.toAnyEndpoint())
					.permitAll()
					.anyRequest()
					.authenticated())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AllOpen {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableMethodSecurity
	static class MethodSecurity {

	}

}
