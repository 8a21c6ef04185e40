package dev.mainstay.core.problem.servlet;

import java.util.List;
import java.util.Map;

import dev.mainstay.core.problem.Answer;
import dev.mainstay.core.problem.Orders;
import dev.mainstay.core.problem.Service;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications that answer failures themselves answer as they did without Mainstay.
 */
class ServletCoexistenceIntegrationTests {

	private static final List<String> PATHS = List.of("/boom", "/nope", "/orders", "/orders/abc", "/search?page=0",
			"/taken", "/status/404", "/status/503", "/own/409", "/detail", "/validated/0?q=abcd");

	@Test
	void anAdviceForEverythingAnswersAsBefore() {
		assertUnchanged(EverythingAdvice.class);
	}

	@Test
	void anOrderedAdviceAnswersAsBefore() {
		assertUnchanged(OrderedAdvice.class);
	}

	@Test
	void anErrorControllerAnswersAsBefore() {
		assertUnchanged(OwnErrorController.class);
	}

	@Test
	void errorAttributesOfTheApplicationAnswerAsBefore() {
		assertUnchanged(OwnErrorAttributes.class);
	}

	@Test
	void theSwitchRestoresEveryAnswer() {
		assertUnchanged(EverythingElse.class, "mainstay.problem.enabled=false");
	}

	private static void assertUnchanged(Class<?> part, String... properties) {
		List<String> bare = answers(part, "mainstay.enabled=false");
		List<String> with = answers(part, properties);
		assertThat(with).isEqualTo(bare);
		assertThat(bare).hasSize(PATHS.size());
	}

	private static List<String> answers(Class<?> part, String... properties) {
		try (Service service = Service.start(WebApplicationType.SERVLET, new Class<?>[] { part }, properties)) {
			return PATHS.stream().map((path) -> fingerprint(service.get(path, "Accept", "application/json"))).toList();
		}
	}

	private static String fingerprint(Answer answer) {
		String body = answer.body()
			.replaceAll("\"timestamp\":\"[^\"]*\"", "")
			.replaceAll("<div id='created'>[^<]*</div>", "");
		return answer.status() + " " + answer.type() + " " + answer.header("Allow") + " " + body;
	}

	@Test
	void withProblemDetailsOfTheFrameworkOnlyTheRestIsOurs() {
		try (Service service = Service.start(WebApplicationType.SERVLET, new Class<?>[] { EverythingElse.class },
				"spring.mvc.problemdetails.enabled=true")) {
			assertThat(service.get("/orders").json().has("timestamp")).isFalse();
			assertThat(service.get("/orders").json().path("code").asString()).isEqualTo("method-not-allowed");
			assertThat(service.get("/own/409").json().path("detail").asString()).isEqualTo("Own words.");
			assertThat(service.get("/boom").json().path("code").asString()).isEqualTo("internal-error");
		}
	}

	@Test
	void whatTheApplicationHasIncludedIsKeptAndMasked() {
		try (Service service = Service.start(WebApplicationType.SERVLET, new Class<?>[] { EverythingElse.class },
				"spring.web.error.include-message=always", "spring.web.error.include-path=never")) {
			Answer answer = service.get("/status/409");
			assertThat(answer.json().path("message").asString()).isEqualTo(Orders.CANARY);
			assertThat(answer.json().has("path")).isFalse();
			assertThat(answer.json().path("detail").asString()).doesNotContain("hunter");
		}
	}

	@Test
	void theMembersOfBootCanBeLeftOut() {
		try (Service service = Service.start(WebApplicationType.SERVLET, new Class<?>[] { EverythingElse.class },
				"mainstay.problem.boot-members=false")) {
			assertThat(service.get("/boom").json().propertyNames()).contains("code", "instance")
				.doesNotContain("timestamp", "error", "path");
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { OwnErrorView.class, OwnErrorViewResolver.class })
	void anErrorPageOfTheApplicationAnswersABrowser(Class<?> part) {
		try (Service service = Service.start(WebApplicationType.SERVLET, new Class<?>[] { part })) {
			Answer page = service.get("/taken", "Accept", "text/html");
			assertThat(page.status()).isEqualTo(409);
			assertThat(page.body()).isEqualTo("own page 409 Conflict");
			assertThat(service.get("/taken").json().path("code").asString()).isEqualTo("conflict");
		}
	}

	@Test
	void aStaticErrorPageAnswersABrowser() {
		try (Service service = Service.start(WebApplicationType.SERVLET, new Class<?>[] { EverythingElse.class },
				"spring.web.resources.static-locations=classpath:/problem-pages/")) {
			assertThat(service.get("/nope", "Accept", "text/html").body()).contains("static page");
			assertThat(service.get("/boom", "Accept", "text/html").body()).contains("500 Internal Error");
		}
	}

	@Test
	void withoutTheWhitelabelPageABrowserGetsTheSmallOne() {
		try (Service service = Service.start(WebApplicationType.SERVLET, new Class<?>[] { EverythingElse.class },
				"spring.web.error.whitelabel.enabled=false")) {
			assertThat(service.get("/boom", "Accept", "text/html").body()).contains("<h1>Internal Error</h1>");
		}
	}

	@Test
	void anAdviceForBodiesSeesTheProblem() {
		try (Service service = Service.start(WebApplicationType.SERVLET, new Class<?>[] { Envelope.class })) {
			Answer answer = service.get("/taken");
			assertThat(answer.status()).isEqualTo(409);
			assertThat(answer.type()).isEqualTo("application/problem+json");
			assertThat(answer.json().path("data").path("code").asString()).isEqualTo("conflict");
		}
	}

	@Test
	void anAdviceForBodiesThatFailsDoesNotCostTheStatus() {
		try (Service service = Service.start(WebApplicationType.SERVLET, new Class<?>[] { BrokenAdvice.class })) {
			Answer answer = service.get("/taken");
			assertThat(answer.status()).isEqualTo(409);
			assertThat(answer.json().path("code").asString()).isEqualTo("conflict");
		}
	}

	@Test
	void whoExcludesBootsErrorsGetsThoseOfTheContainer() {
		try (Service service = Service.start(WebApplicationType.SERVLET, new Class<?>[] { EverythingElse.class },
				"spring.autoconfigure.exclude=org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")) {
			assertThat(service.get("/boom").type()).startsWith("text/html");
			assertThat(service.get("/error").status()).isEqualTo(404);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class EverythingElse {

	}

	@RestControllerAdvice
	static class EverythingAdvice {

		@ExceptionHandler
		ResponseEntity<Map<String, Object>> handle(Exception ex) {
			return ResponseEntity.status(HttpStatus.LOCKED).body(Map.of("own", ex.getClass().getSimpleName()));
		}

	}

	@Order(Integer.MAX_VALUE)
	@RestControllerAdvice
	static class OrderedAdvice extends EverythingAdvice {

	}

	@RestController
	static class OwnErrorController implements ErrorController {

		@RequestMapping("/error")
		Map<String, Object> error(HttpServletRequest request) {
			return Map.of("own", request.getAttribute("jakarta.servlet.error.status_code"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnErrorAttributes {

		@Bean
		DefaultErrorAttributes ownAttributes() {
			return new DefaultErrorAttributes() {

				@Override
				public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
					Map<String, Object> attributes = super.getErrorAttributes(request, options);
					attributes.put("own", "attribute");
					return attributes;
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnErrorView {

		@Bean(name = "error")
		View ownView() {
			return new OwnPage();
		}

	}

	static class OwnPage implements View {

		@Override
		public String getContentType() {
			return "text/html";
		}

		@Override
		public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
				throws Exception {
			response.getWriter().write("own page " + model.get("status") + " " + model.get("error"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnErrorViewResolver {

		@Bean
		ErrorViewResolver ownResolver() {
			View view = new OwnPage();
			return (request, status, model) -> new ModelAndView(view, model);
		}

	}

	@ControllerAdvice
	static class Envelope implements ResponseBodyAdvice<Object> {

		@Override
		public boolean supports(MethodParameter type, Class<? extends HttpMessageConverter<?>> converter) {
			return true;
		}

		@Override
		public Object beforeBodyWrite(Object body, MethodParameter type, MediaType media,
				Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
				ServerHttpResponse response) {
			return Map.of("data", body);
		}

	}

	@ControllerAdvice
	static class BrokenAdvice extends Envelope {

		@Override
		public Object beforeBodyWrite(Object body, MethodParameter type, MediaType media,
				Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
				ServerHttpResponse response) {
			throw new IllegalStateException(Orders.CANARY);
		}

	}

}
