package dev.mainstay.core.validation.json.servlet;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.mainstay.core.mode.Features;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.problem.Answer;
import dev.mainstay.core.problem.Service;
import dev.mainstay.core.validation.json.AbstractJsonIntegrationTests;
import dev.mainstay.core.validation.json.MappersLeftAlone;
import dev.mainstay.core.validation.json.Shop;
import dev.mainstay.core.validation.limits.Chunked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.QueryLikeThatOfGraphQl;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.AbstractJacksonHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

import static org.assertj.core.api.Assertions.assertThat;

class ServletJsonIntegrationTests extends AbstractJsonIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

	@Test
	void whatAFunctionReadsIsReadAlike() {
		try (Service service = Service.start(type(), new Class<?>[] { Functions.class }, "mainstay.mode=enforce")) {
			assertThat(service.post("/function", "{\"name\":\"a\"}").body()).isEqualTo("{\"read\":\"a\"}");
			Answer unknown = service.post("/function", "{\"name\":\"a\",\"x\":1}");
			assertThat(unknown.status()).isEqualTo(400);
			assertThat(unknown.json().path("errors").path(0).path("code").asString()).isEqualTo("unknown-property");
			assertThat(service.post("/function", "{\"name\":\"\\u0000\"}").body()).contains("invalid-character");
			assertThat(service.post("/function", "{\"items\":[null]}").body()).contains("null-element");
			assertThat(service.post("/function", "x", "Content-Type", "text/plain").header("Accept"))
				.containsOnlyOnce("application/json");
		}
	}

	@Test
	void reportedWhatAFunctionReadsPasses() {
		try (Service service = Service.start(type(), new Class<?>[] { Functions.class })) {
			assertThat(service.post("/function", "{\"name\":\"a\",\"x\":1}").body()).isEqualTo("{\"read\":\"a\"}");
			assertThat(service.context().getBean(Ladder.class).rules())
				.filteredOn((rule) -> rule.name().equals("validation.unknown-properties"))
				.singleElement()
				.satisfies((rule) -> assertThat(rule.hits()).isEqualTo(1));
		}
	}

	@Test
	void whatTheFrameworkTakesItselfIsReadByNoRule() {
		try (Service service = Service.start(type(), new Class<?>[] { Functions.class }, "mainstay.mode=enforce")) {
			assertThat(service.post("/framework", "{\"a\":null,\"b\":[null]}").status()).isEqualTo(200);
		}
	}

	@Test
	void aMappingOfFunctionsThatTheApplicationMadeKeepsItsConvertersAndIsNamed() {
		try (Service service = Service.start(type(), new Class<?>[] { OwnMapping.class }, "mainstay.mode=enforce")) {
			assertThat(service.post("/own", "{\"name\":\"a\",\"x\":1}").body()).contains("a");
			assertThat(service.context().getBean(MappersLeftAlone.class).reason()).contains("the mapping ownMapping");
		}
	}

	@Test
	void anAdviceOfTheApplicationAnswersWhatItKnows() {
		try (Service service = Service.start(type(), new Class<?>[] { Shop.Controller.class, Advice.class },
				"mainstay.mode=enforce")) {
			assertThat(service.post("/shop", "{\"x\":1}").body()).isEqualTo("own UnrecognizedPropertyException");
			assertThat(service.post("/shop", "{\"name\":1}").status()).isEqualTo(422);
		}
	}

	@Test
	void anAdviceForBodiesSeesAConverterOfJackson() {
		try (Service service = Service.start(type(), new Class<?>[] { Shop.Controller.class, BodyAdvice.class })) {
			assertThat(service.post("/shop", "{\"name\":\"a\"}").status()).isEqualTo(200);
			assertThat(BodyAdvice.CONVERTERS).isNotEmpty()
				.allMatch(AbstractJacksonHttpMessageConverter.class::isAssignableFrom);
		}
	}

	@Test
	void aConverterOfTheApplicationIsLeftAloneAndNamed() {
		try (Service service = Service.start(type(), new Class<?>[] { Shop.Controller.class, OwnConverter.class },
				"mainstay.mode=enforce")) {
			assertThat(service.post("/shop", "{\"x\":1}").status()).isEqualTo(200);
			assertThat(service.context().getBean(Features.class).all())
				.filteredOn((feature) -> feature.name().equals("strict-json"))
				.singleElement()
				.satisfies((feature) -> assertThat(feature.reason()).contains("OwnConverter$Lenient"));
		}
	}

	@Test
	void anEncodingThatTheParserDoesNotKnowIsRead() {
		Answer answer = reporting().post("/shop", "{\"name\":\"a\",\"x\":1}", "Content-Type",
				"application/json;charset=windows-1252");
		assertThat(answer.body()).contains("name=a");
	}

	@Test
	void aBodyThatIsTooLargeIsNoMatterOfJson() {
		try (Service service = Service.start(type(), new Class<?>[] { Shop.Controller.class },
				"mainstay.validation.limits.body-size=20KB", "spring.mvc.problemdetails.enabled=true")) {
			String items = "{\"sku\":\"a\",\"qty\":1},".repeat(2000);
			Answer answer = Chunked.post(service.url("/shop"), "{\"items\":[" + items + "null]}");
			assertThat(answer.status()).isEqualTo(413);
		}
	}

	@Test
	void aLargeDocumentThatBreaksARuleLateIsReadAgain() {
		String items = "{\"sku\":\"a\",\"qty\":1},".repeat(20_000);
		String body = "{\"items\":[" + items + "{\"sku\":\"last\",\"qty\":\"7\"}],\"x\":1}";
		assertThat(body.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(400_000);
		assertThat(reporting().post("/shop", body).body()).contains("Item[sku=last, qty=7]");
	}

	@RestControllerAdvice
	static class Advice {

		@ExceptionHandler
		ResponseEntity<String> unreadable(HttpMessageNotReadableException ex) {
			return ResponseEntity.status(422).body("own " + ex.getCause().getClass().getSimpleName());
		}

	}

	@ControllerAdvice
	static class BodyAdvice extends RequestBodyAdviceAdapter {

		static final List<Class<?>> CONVERTERS = new CopyOnWriteArrayList<>();

		@Override
		public boolean supports(MethodParameter parameter, Type type,
				Class<? extends HttpMessageConverter<?>> converter) {
			CONVERTERS.add(converter);
			return true;
		}

	}

	static class OwnConverter {

		@Bean
		ServerHttpMessageConvertersCustomizer lenient(JsonMapper mapper) {
			return (builder) -> builder.addCustomConverter(new Lenient(mapper));
		}

		static class Lenient extends JacksonJsonHttpMessageConverter {

			Lenient(JsonMapper mapper) {
				super(mapper);
			}

		}

	}

	static class Functions {

		@Bean
		RouterFunction<ServerResponse> function() {
			return RouterFunctions.route()
				.POST("/function",
						(request) -> ServerResponse.ok().body(Map.of("read", request.body(Shop.Order.class).name())))
				.POST("/framework",
						(request) -> ServerResponse.ok()
							.body(Map.of("read", request.body(QueryLikeThatOfGraphQl.class).size())))
				.build();
		}

	}

	static class OwnMapping {

		@Bean
		RouterFunctionMapping ownMapping(JsonMapper mapper) {
			RouterFunctionMapping mapping = new RouterFunctionMapping(RouterFunctions.route()
				.POST("/own", (request) -> ServerResponse.ok().body(request.body(Shop.Order.class).name()))
				.build());
			mapping.setOrder(-2);
			mapping.setMessageConverters(
					List.of(new JacksonJsonHttpMessageConverter(mapper), new StringHttpMessageConverter()));
			return mapping;
		}

	}

}
