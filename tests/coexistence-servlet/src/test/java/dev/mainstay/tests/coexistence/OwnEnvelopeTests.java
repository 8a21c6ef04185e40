package dev.mainstay.tests.coexistence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.ordinary.OrdinaryApplication;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that puts every body into an envelope, its errors included: what its
 * clients look for in there is still there.
 */
class OwnEnvelopeTests {

	@Test
	void everyBodyIsInItsEnvelope() {
		BeforeAndAfter answers = BeforeAndAfter.of(WithEnvelope.class, List.of(),
				(http) -> Stream.of(http.get("/orders/1"), http.get("/orders/abc"), http.get("/failing"),
						http.get("/nowhere"), http.get("/actuator/health")),
				Set.of("GET /orders/abc", "GET /failing", "GET /nowhere"), "--mainstay.mode=enforce");
		assertThat(answers.after().get(0)).isEqualTo(answers.before().get(0));
		assertThat(answers.after().get(4)).isEqualTo(answers.before().get(4));
		for (int i = 1; i < 4; i++) {
			Answer before = answers.before().get(i);
			assertThat(before.body()).startsWith("{\"enveloped\":{\"timestamp\":");
			assertThat(answers.after().get(i).status()).isEqualTo(before.status());
			String members = before.body().replaceFirst(".*\"error\":", "\"error\":");
			assertThat(answers.after().get(i).body()).startsWith("{\"enveloped\":{\"type\":").endsWith(members);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ OrdinaryApplication.class, Envelope.class })
	static class WithEnvelope {

	}

	@RestControllerAdvice
	static class Envelope implements ResponseBodyAdvice<Object> {

		@Override
		public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
			return Map.class.isAssignableFrom(returnType.getParameterType())
					|| !returnType.getDeclaringClass().getName().contains("actuate");
		}

		@Override
		public Object beforeBodyWrite(Object body, MethodParameter returnType, MediaType selectedContentType,
				Class<? extends HttpMessageConverter<?>> selectedConverterType, ServerHttpRequest request,
				ServerHttpResponse response) {
			return (body instanceof Map<?, ?>) ? Map.of("enveloped", body) : body;
		}

	}

}
