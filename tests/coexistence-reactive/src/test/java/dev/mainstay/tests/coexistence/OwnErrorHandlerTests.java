package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webflux.error.DefaultErrorAttributes;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that answers errors itself, below the controllers, does so as before.
 */
class OwnErrorHandlerTests {

	@ParameterizedTest
	@ValueSource(classes = { UnorderedHandler.class, OrderedHandler.class })
	void whoHandlesEverythingInTheLastPlaceIsLeftAlone(Class<?> handler) {
		BeforeAndAfter answers = answers(
				(handler == UnorderedHandler.class) ? WithUnorderedHandler.class : WithOrderedHandler.class);
		assertThat(answers.after()).isEqualTo(answers.before())
			.filteredOn((answer) -> answer.body().equals("mine"))
			.hasSizeGreaterThanOrEqualTo(2);
		assertThat(answers.features().get("problem")).startsWith("backed-off")
			.contains(handler.getName().substring(handler.getPackageName().length() + 1));
		assertThat(answers.features()).containsEntry("failure-reporter", "on");
	}

	@Test
	void whoHandlesSomethingBeforeSpringBootDoesSoAsBefore() {
		BeforeAndAfter answers = answers(WithEarlyHandler.class);
		assertThat(answers.unexpected()).isEmpty();
		assertThat(answers.after()).filteredOn((answer) -> answer.body().equals("mine")).hasSize(2);
		assertThat(answers.features()).containsEntry("problem", "on");
	}

	@Test
	void errorAttributesOfTheApplicationAreKept() {
		BeforeAndAfter answers = answers(WithAttributes.class);
		assertThat(answers.after()).isEqualTo(answers.before())
			.filteredOn((answer) -> answer.body().contains("\"mine\""))
			.hasSize(5);
		assertThat(answers.features().get("problem")).startsWith("backed-off").contains("OwnAttributes");
	}

	private static BeforeAndAfter answers(Class<?> application) {
		return BeforeAndAfter.of(application, OwnErrorHandlerTests::requests, "--mainstay.mode=enforce");
	}

	private static Stream<HttpResponse<String>> requests(Http http) {
		return Stream.of(http.get("/orders/1"), http.get("/failing"), http.get("/functional-failing"),
				http.get("/orders/abc"), http.get("/nowhere"), http.post("/validated-orders", "{\"customer\":\"\"}"));
	}

	private static Mono<Void> answer(ServerHttpResponse response) {
		response.setStatusCode(HttpStatus.LOCKED);
		return response.writeWith(Mono.just(response.bufferFactory().wrap("mine".getBytes(StandardCharsets.US_ASCII))));
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ReactiveApplication.class, UnorderedHandler.class })
	static class WithUnorderedHandler {

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ReactiveApplication.class, OrderedHandler.class })
	static class WithOrderedHandler {

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ReactiveApplication.class, EarlyHandler.class })
	static class WithEarlyHandler {

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ReactiveApplication.class, OwnAttributes.class })
	static class WithAttributes {

	}

	static class UnorderedHandler implements ErrorWebExceptionHandler {

		@Override
		public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
			return answer(exchange.getResponse());
		}

	}

	@Order(-2)
	static class OrderedHandler implements ErrorWebExceptionHandler {

		@Override
		public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
			return answer(exchange.getResponse());
		}

	}

	@Order(-2)
	static class EarlyHandler implements WebExceptionHandler {

		@Override
		public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
			return (failure instanceof IllegalStateException) ? answer(exchange.getResponse()) : Mono.error(failure);
		}

	}

	static class OwnAttributes extends DefaultErrorAttributes {

		@Override
		public Map<String, @Nullable Object> getErrorAttributes(ServerRequest request, ErrorAttributeOptions options) {
			Map<String, @Nullable Object> attributes = super.getErrorAttributes(request, options);
			attributes.put("mine", "yes");
			return attributes;
		}

	}

}
