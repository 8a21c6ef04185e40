package dev.mainstay.core.problem.servlet;

import java.io.IOException;
import java.util.Map;

import dev.mainstay.core.problem.AbstractManagementPortIntegrationTests;
import dev.mainstay.core.problem.Answer;
import dev.mainstay.core.problem.Service;
import dev.mainstay.core.request.RawClient;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract on a separate management port with Spring MVC on Tomcat.
 */
class ServletManagementPortIntegrationTests extends AbstractManagementPortIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

	@Test
	void aHeaderThatIsTooLargeIsAProblem() throws IOException {
		try (Service service = run()) {
			String answer = RawClient.send(port(service),
					"GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(9 * 1024) + "\r\n\r\n");
			assertThat(answer).startsWith("HTTP/1.1 400 ").containsIgnoringCase("application/problem+json");
		}
	}

	@Test
	void aBodyThatIsTooLargeIsNotInvited() throws IOException {
		try (Service service = run()) {
			String answer = RawClient.send(port(service),
					"POST /actuator/loggers/x HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
							+ "Content-Length: 1000000\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n");
			assertThat(answer).startsWith("HTTP/1.1 413 ");
		}
	}

	@Test
	void theErrorAttributesOfTheApplicationWin() {
		try (Service service = run(new Class<?>[] { OwnAttributes.class, Broken.class })) {
			Answer answer = get(service, "/actuator/broken");
			assertThat(answer.status()).isEqualTo(500);
			assertThat(answer.json().path("mine").asBoolean()).isTrue();
			assertThat(answer.json().has("code")).isFalse();
		}
	}

	@Test
	void theAdviceOfTheApplicationWins() {
		try (Service service = run(new Class<?>[] { OwnAdvice.class, Broken.class })) {
			assertThat(get(service, "/actuator/broken").body()).isEqualTo("from my advice");
		}
	}

	@Test
	void anAdviceForAllBodiesSeesTheDocument() {
		try (Service service = run(new Class<?>[] { Envelope.class, Broken.class })) {
			Answer answer = get(service, "/actuator/broken");
			assertThat(answer.status()).isEqualTo(500);
			assertThat(answer.json().path("enveloped").path("code").asString()).isEqualTo("internal-error");
		}
	}

	@Test
	void theBasePathIsPartOfTheInstance() {
		try (Service service = run("management.server.base-path=/manage")) {
			Answer answer = get(service, "/manage/actuator/nope");
			assertThat(answer.json().path("code").asString()).isEqualTo("not-found");
			assertThat(answer.json().path("instance").asString()).isEqualTo("/manage/actuator/nope");
		}
	}

	@Test
	void anotherErrorPathIsAnsweredToo() {
		try (Service service = run("spring.web.error.path=/oops")) {
			assertThat(get(service, "/actuator/broken").json().path("code").asString()).isEqualTo("internal-error");
		}
	}

	static class OwnAttributes extends DefaultErrorAttributes {

		@Override
		public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
			return Map.of("mine", true);
		}

	}

	@RestControllerAdvice
	static class OwnAdvice {

		@ExceptionHandler(IllegalStateException.class)
		@ResponseBody
		String broken() {
			return "from my advice";
		}

	}

	@ControllerAdvice
	static class Envelope implements ResponseBodyAdvice<Object> {

		@Override
		public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
			return true;
		}

		@Override
		public Object beforeBodyWrite(Object body, MethodParameter returnType, MediaType type,
				Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
				ServerHttpResponse response) {
			return Map.of("enveloped", body);
		}

	}

}
