package dev.mainstay.core.validation.json.reactive;

import dev.mainstay.core.problem.Service;
import dev.mainstay.core.validation.json.AbstractJsonIntegrationTests;
import dev.mainstay.core.validation.json.MappersLeftAlone;
import dev.mainstay.core.validation.json.Shop;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebInputException;

import static org.assertj.core.api.Assertions.assertThat;

class ReactiveJsonIntegrationTests extends AbstractJsonIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

	@Test
	void whatAFunctionReadsIsReadAlike() {
		try (Service service = Service.start(type(), new Class<?>[] { Functions.class }, "mainstay.mode=enforce")) {
			assertThat(service.post("/function", "{\"name\":\"a\"}").body()).isEqualTo("a");
			assertThat(service.post("/function", "{\"name\":\"a\",\"x\":1}").status()).isEqualTo(400);
		}
	}

	@Test
	void aStreamIsReadWithinTheLimits() {
		try (Service service = Service.start(type(), new Class<?>[] { Streams.class }, "mainstay.mode=enforce")) {
			String type = "application/x-ndjson";
			assertThat(
					service.post("/stream", "{\"name\":\"a\"}\n{\"name\":\"b\",\"x\":1}", "Content-Type", type).body())
				.isEqualTo("ab");
			assertThat(service.post("/stream", "[{\"name\":\"a\"},{\"name\":\"b\"}]").body()).isEqualTo("ab");
			assertThat(service.post("/stream", "{\"name\":\"\\u0000\"}", "Content-Type", type).status()).isEqualTo(400);
			assertThat(service.post("/stream", "[".repeat(10_000), "Content-Type", type).status()).isEqualTo(400);
			assertThat(service.post("/later", "{\"name\":\"a\",\"x\":1}").status()).isEqualTo(400);
		}
	}

	@Test
	void aTypeThatASubclassSaysIsKnownInsideOfAPublisher() {
		try (Service service = Service.start(type(), new Class<?>[] { Orders.class })) {
			assertThat(service.post("/generic", "{\"name\":\"a\",\"x\":1}").body()).isEqualTo("Order a");
		}
	}

	@Test
	void aStreamIsReadByTheMapperThatItsTypeHas() {
		try (Service service = Service.start(type(), new Class<?>[] { Streams.class, OwnForOrders.class },
				"mainstay.mode=enforce")) {
			assertThat(service.post("/stream", "[{\"NAME\":\"a\"},{\"NAME\":\"b\"}]").body()).isEqualTo("ab");
			assertThat(service.post("/later", "{\"NAME\":\"a\",\"x\":1}").body()).isEqualTo("a");
		}
	}

	@Test
	void aCustomDecoderOfTheApplicationIsLeftAloneAndNamed() {
		try (Service service = Service.start(type(), new Class<?>[] { Shop.Controller.class, CustomDecoder.class },
				"mainstay.mode=enforce")) {
			assertThat(service.post("/shop", "{\"x\":1,\"name\":\"a\"}").body()).contains("name=a");
			assertThat(service.context().getBean(MappersLeftAlone.class).reason())
				.contains("a JacksonJsonDecoder among the custom codecs");
		}
	}

	@Test
	void anAdviceOfTheApplicationAnswersWhatItKnows() {
		try (Service service = Service.start(type(), new Class<?>[] { Shop.Controller.class, Advice.class },
				"mainstay.mode=enforce")) {
			assertThat(service.post("/shop", "{\"x\":1}").body()).isEqualTo("own DecodingException");
		}
	}

	abstract static class Generic<T extends Record> {

		@PostMapping("/generic")
		Mono<String> generic(@RequestBody Mono<T> body) {
			return body.map(this::name);
		}

		abstract String name(T body);

	}

	@RestController
	static class Orders extends Generic<Shop.Order> {

		@Override
		String name(Shop.Order body) {
			return "Order " + body.name();
		}

	}

	static class OwnForOrders {

		@Bean
		CodecCustomizer own(JsonMapper mapper) {
			JacksonJsonDecoder decoder = new JacksonJsonDecoder(mapper);
			JsonMapper own = mapper.rebuild().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES).build();
			decoder.registerMappersForType(Shop.Order.class, (mappers) -> mappers.put(MediaType.ALL, own));
			return (codecs) -> codecs.defaultCodecs().jacksonJsonDecoder(decoder);
		}

	}

	static class CustomDecoder {

		@Bean
		CodecCustomizer custom(JsonMapper mapper) {
			return (codecs) -> codecs.customCodecs().register(new JacksonJsonDecoder(mapper));
		}

	}

	@RestController
	static class Streams {

		@PostMapping("/stream")
		Mono<String> stream(@RequestBody Flux<Shop.Order> orders) {
			return orders.map(Shop.Order::name).reduce("", String::concat);
		}

		@PostMapping("/later")
		Mono<String> later(@RequestBody Mono<Shop.Order> order) {
			return order.map(Shop.Order::name);
		}

	}

	static class Functions {

		@Bean
		RouterFunction<ServerResponse> function() {
			return RouterFunctions.route()
				.POST("/function",
						(request) -> request.bodyToMono(Shop.Order.class)
							.flatMap((order) -> ServerResponse.ok().bodyValue(order.name())))
				.build();
		}

	}

	@RestControllerAdvice
	static class Advice {

		@ExceptionHandler
		ResponseEntity<String> unreadable(ServerWebInputException ex) {
			return ResponseEntity.status(422).body("own " + ex.getCause().getClass().getSimpleName());
		}

	}

}
