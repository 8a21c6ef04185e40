package dev.mainstay.tests.coexistence;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.ordinary.OrdinaryApplication;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose errors have a form that is not Spring Boot's JSON.
 */
class OwnErrorsTests {

	@ParameterizedTest
	@ValueSource(classes = { WithErrorController.class, WithBasicErrorController.class, WithErrorAttributes.class })
	void whatAnswersErrorsItselfGoesOnDoingSo(Class<?> application) {
		BeforeAndAfter answers = BeforeAndAfter.of(application, OwnErrorsTests::requests, "--mainstay.mode=enforce");
		assertThat(answers.after()).isEqualTo(answers.before())
			.filteredOn((answer) -> answer.body().contains("mine"))
			.hasSize(6);
		assertThat(answers.features().get("problem")).startsWith("backed-off")
			.contains(application.getSimpleName().substring("With".length()));
	}

	@Test
	void problemDetailsOfSpringStay() {
		assertTheApplicationsStay(
				BeforeAndAfter.of(OrdinaryApplication.class, List.of("--spring.mvc.problemdetails.enabled=true"),
						OwnErrorsTests::requests, "--mainstay.mode=enforce"),
				"\"title\":\"Bad Request\"", 3);
	}

	@Test
	void anExceptionHandlerForResponseEntitiesStays() {
		assertTheApplicationsStay(BeforeAndAfter.of(WithEntityExceptionHandler.class, OwnErrorsTests::requests,
				"--mainstay.mode=enforce"), "mine", 5);
	}

	@Test
	void aResolverStays() {
		assertTheApplicationsStay(
				BeforeAndAfter.of(WithResolver.class, OwnErrorsTests::requests, "--mainstay.mode=enforce"), "mine", 1);
	}

	@Test
	void anErrorPageStays() {
		BeforeAndAfter answers = BeforeAndAfter.of(WithErrorPage.class,
				(http) -> Stream.of("/failing", "/nowhere", "/orders/abc")
					.flatMap((path) -> Stream.of(http.get(path, "Accept", "text/html"), http.get(path))),
				"--mainstay.mode=enforce");
		assertTheApplicationsStay(answers, "<title>mine", 3);
	}

	/** Whatever is not Spring Boot's own error JSON is what it was. */
	private static void assertTheApplicationsStay(BeforeAndAfter answers, String sign, int times) {
		assertThat(answers.before()).filteredOn((answer) -> answer.body().contains(sign)).hasSize(times);
		assertThat(answers.unexpected()).isEmpty();
		assertThat(answers.features()).containsEntry("problem", "on");
	}

	private static Stream<HttpResponse<String>> requests(Http http) {
		return Stream.of(http.get("/failing"), http.get("/nowhere"), http.get("/orders/abc"), http.post("/orders", "{"),
				http.post("/validated-orders", "{\"customer\":\"\",\"items\":[]}"),
				http.exchange("PUT", "/failing", ""), http.get("/orders/1"));
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ OrdinaryApplication.class, OwnErrorController.class })
	static class WithErrorController {

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ OrdinaryApplication.class, OwnBasicErrorController.class })
	static class WithBasicErrorController {

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ OrdinaryApplication.class, OwnErrorAttributes.class })
	static class WithErrorAttributes {

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ OrdinaryApplication.class, EntityExceptionHandler.class })
	static class WithEntityExceptionHandler {

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ OrdinaryApplication.class, OwnResolver.class })
	static class WithResolver {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(OrdinaryApplication.class)
	static class WithErrorPage {

		@Bean
		View error() {
			return new OwnErrorPage();
		}

	}

	@RestController
	static class OwnErrorController implements ErrorController {

		@RequestMapping("${server.error.path:${error.path:/error}}")
		ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
			Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
			return ResponseEntity.status(418).body(Map.of("mine", status));
		}

	}

	static class OwnBasicErrorController extends BasicErrorController {

		OwnBasicErrorController(ErrorAttributes attributes, WebProperties properties) {
			super(attributes, properties.getError());
		}

		@Override
		@RequestMapping
		public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
			return ResponseEntity.status(getStatus(request)).body(Map.of("mine", getStatus(request).value()));
		}

	}

	static class OwnErrorAttributes extends DefaultErrorAttributes {

		@Override
		public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
			Map<String, Object> attributes = super.getErrorAttributes(request, options);
			attributes.put("mine", "attribute");
			return attributes;
		}

	}

	@RestControllerAdvice
	static class EntityExceptionHandler extends ResponseEntityExceptionHandler {

		@Override
		protected ResponseEntity<Object> handleExceptionInternal(Exception ex, Object body, HttpHeaders headers,
				HttpStatusCode status, WebRequest request) {
			return ResponseEntity.status(status).headers(headers).body(Map.of("mine", ex.getClass().getSimpleName()));
		}

	}

	static class OwnResolver implements HandlerExceptionResolver {

		@Override
		public ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, Object handler,
				Exception ex) {
			if (!(ex instanceof IllegalStateException)) {
				return null;
			}
			View view = (model, viewRequest, viewResponse) -> viewResponse.getWriter().write("mine");
			response.setStatus(418);
			return new ModelAndView(view);
		}

	}

	static class OwnErrorPage implements View {

		@Override
		public String getContentType() {
			return "text/html";
		}

		@Override
		public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
				throws IOException {
			response.setContentType("text/html");
			response.getWriter().write("<title>mine " + model.get("status") + "</title>");
		}

	}

}
