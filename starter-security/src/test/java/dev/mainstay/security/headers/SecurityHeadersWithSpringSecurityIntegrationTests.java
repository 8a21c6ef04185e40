package dev.mainstay.security.headers;

import java.net.http.HttpResponse;
import java.util.List;

import dev.mainstay.security.Http;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityHeadersWithSpringSecurityIntegrationTests {

	/** Tomcat is on the class path of the tests as well, and would be preferred. */
	private static final String NETTY = "--spring.autoconfigure.exclude=org.springframework.boot.tomcat."
			+ "autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration";

	@Test
	void whatSpringSecuritySetsWinsWithoutDuplicates() {
		try (ConfigurableApplicationContext context = run(SecuredApplication.class, WebApplicationType.SERVLET)) {
			assertHeaders(context);
		}
	}

	@Test
	void whatSpringSecuritySetsOnNettyWinsWithoutDuplicates() {
		try (ConfigurableApplicationContext context = run(ReactiveSecuredApplication.class, WebApplicationType.REACTIVE,
				NETTY)) {
			assertHeaders(context);
		}
	}

	private static ConfigurableApplicationContext run(Class<?> application, WebApplicationType type,
			String... arguments) {
		return new SpringApplicationBuilder(application).web(type)
			.properties("server.port=0", "mainstay.mode=enforce", "server.shutdown=immediate")
			.run(arguments);
	}

	private static void assertHeaders(ConfigurableApplicationContext context) {
		int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		HttpResponse<String> page = Http.get(port, "/page");
		assertThat(page.headers().map().values()).allSatisfy((values) -> assertThat(values).hasSize(1));
		assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
		assertThat(page.headers().firstValue("Content-Security-Policy")).get()
			.asString()
			.doesNotContain("frame-ancestors");
		HttpResponse<String> refused = Http.get(port, "/json");
		assertThat(refused.statusCode()).isIn(401, 403);
		assertThat(List.of("Content-Security-Policy", "Cache-Control", "X-Content-Type-Options", "X-Frame-Options"))
			.allSatisfy((name) -> assertThat(refused.headers().allValues(name)).hasSize(1));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(HeadersApplication.Answers.class)
	static class SecuredApplication {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers("/page").permitAll().anyRequest().authenticated())
				.headers((headers) -> headers.frameOptions(FrameOptionsConfig::sameOrigin))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(HeadersApplication.Answers.class)
	static class ReactiveSecuredApplication {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http
				.authorizeExchange(
						(exchanges) -> exchanges.pathMatchers("/page").permitAll().anyExchange().authenticated())
				.httpBasic(Customizer.withDefaults())
				.headers((headers) -> headers.frameOptions((frames) -> frames.mode(Mode.SAMEORIGIN)))
				.build();
		}

	}

}
