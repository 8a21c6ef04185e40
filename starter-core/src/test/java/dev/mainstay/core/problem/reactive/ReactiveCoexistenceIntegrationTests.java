package dev.mainstay.core.problem.reactive;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.problem.Answer;
import dev.mainstay.core.problem.Orders;
import dev.mainstay.core.problem.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webflux.error.DefaultErrorAttributes;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications that answer failures themselves answer as they did without Mainstay.
 */
class ReactiveCoexistenceIntegrationTests {

	private static final List<String> PATHS = List.of("/boom", "/nope", "/orders", "/orders/abc", "/search?page=0",
			"/taken", "/status/404", "/status/503", "/detail", "/validated/0?q=abcd");

	@ParameterizedTest
	@ValueSource(classes = { EverythingAdvice.class, OwnHandler.class, OwnGeneralHandler.class, OwnAttributes.class })
	void whatTheApplicationAnswersItselfIsUnchanged(Class<?> part) {
		List<String> bare = answers(part, "mainstay.enabled=false");
		assertThat(answers(part)).isEqualTo(bare);
		assertThat(bare).hasSize(PATHS.size());
	}

	@Test
	void theSwitchRestoresEveryAnswer() {
		List<String> bare = answers(Functional.class, "mainstay.enabled=false");
		assertThat(answers(Functional.class, "mainstay.problem.enabled=false")).isEqualTo(bare);
	}

	private static List<String> answers(Class<?> part, String... properties) {
		try (Service service = Service.start(WebApplicationType.REACTIVE, new Class<?>[] { part }, properties)) {
			return PATHS.stream().map((path) -> fingerprint(service.get(path, "Accept", "application/json"))).toList();
		}
	}

	private static String fingerprint(Answer answer) {
		return answer.status() + " " + answer.type() + " "
				+ answer.body().replaceAll("\"(timestamp|requestId)\":\"[^\"]*\"", "");
	}

	@Test
	void functionalHandlersAndFiltersEndInAProblemToo() {
		try (Service service = Service.start(WebApplicationType.REACTIVE, new Class<?>[] { Functional.class })) {
			assertThat(service.get("/functional").json().path("code").asString()).isEqualTo("internal-error");
			assertThat(service.get("/functional?filter=1").json().path("code").asString()).isEqualTo("conflict");
			assertThat(service.get("/functional").all()).doesNotContain("hunter");
		}
	}

	@Test
	void aStaticErrorPageAnswersABrowser() {
		try (Service service = Service.start(WebApplicationType.REACTIVE, new Class<?>[] { Functional.class },
				"spring.web.resources.static-locations=classpath:/problem-pages/",
				"spring.web.error.whitelabel.enabled=false")) {
			assertThat(service.get("/nope", "Accept", "text/html").body()).contains("static page");
			Answer small = service.get("/boom", "Accept", "text/html");
			assertThat(small.status()).isEqualTo(500);
			assertThat(small.body()).contains("500 Internal Error");
		}
	}

	@RestControllerAdvice
	static class EverythingAdvice {

		@ExceptionHandler
		ResponseEntity<Map<String, Object>> handle(Exception ex) {
			return ResponseEntity.status(HttpStatus.LOCKED).body(Map.of("own", ex.getClass().getSimpleName()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnHandler {

		@Bean
		@Order(-1)
		ErrorWebExceptionHandler ownHandler() {
			return (exchange, failure) -> write(exchange, failure);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnGeneralHandler {

		@Bean
		@Order(-2)
		WebExceptionHandler ownGeneralHandler() {
			return (exchange, failure) -> write(exchange, failure);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnAttributes {

		@Bean
		DefaultErrorAttributes ownAttributes() {
			return new DefaultErrorAttributes() {

				@Override
				public Map<String, Object> getErrorAttributes(ServerRequest request, ErrorAttributeOptions options) {
					Map<String, Object> attributes = super.getErrorAttributes(request, options);
					attributes.put("own", "attribute");
					return attributes;
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Functional {

		@Bean
		RouterFunction<ServerResponse> functional() {
			return RouterFunctions.route()
				.GET("/functional", (request) -> Mono.error(new IllegalStateException(Orders.CANARY)))
				.build();
		}

		@Bean
		WebFilter failingFilter() {
			return (exchange, chain) -> exchange.getRequest().getQueryParams().containsKey("filter")
					? Mono.error(new ResponseStatusException(HttpStatus.CONFLICT, Orders.CANARY))
					: chain.filter(exchange);
		}

	}

	private static Mono<Void> write(ServerWebExchange exchange, Throwable failure) {
		exchange.getResponse().setStatusCode(HttpStatus.LOCKED);
		byte[] body = failure.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8);
		return exchange.getResponse().writeWith(Mono.just(exchange.getResponse().bufferFactory().wrap(body)));
	}

}
