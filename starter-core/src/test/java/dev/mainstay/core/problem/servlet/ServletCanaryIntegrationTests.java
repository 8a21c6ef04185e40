package dev.mainstay.core.problem.servlet;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import dev.mainstay.core.problem.AbstractCanaryIntegrationTests;
import dev.mainstay.core.problem.Answer;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ServletCanaryIntegrationTests extends AbstractCanaryIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

	@Override
	protected Class<?>[] parts() {
		return new Class<?>[] { ServletController.class, FilterConfiguration.class };
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sent", "/filter-sent" })
	void whatIsSentAsAnErrorIsOneEvent(String path, CapturedOutput output) {
		Answer answer = get(path, "sent");
		assertThat(answer.status()).isEqualTo(418);
		assertThat(answer.all()).doesNotContain(SECRET);
		assertThat(events(output, "sent")).singleElement().asString().endsWith(": 418 client-error");
		assertThat(output).doesNotContain(SECRET);
	}

	@Test
	void aRequestThatIsNotAnsweredInTimeIsOneEvent(CapturedOutput output) {
		Answer answer = get("/unanswered", "unanswered");
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.header("Retry-After")).isEqualTo("1");
		assertThat(events(output, "unanswered")).singleElement().asString().startsWith("ERROR");
		assertThat(lines(output, "WARN")).isEmpty();
	}

	@Test
	void aStreamThatFailsAfterItBeganIsOneEventAndTellsNothing(CapturedOutput output) {
		assertThatIllegalStateException().isThrownBy(() -> get("/stream", "streamed"));
		Awaitility.await().untilAsserted(() -> assertThat(events(output, "streamed")).hasSize(1));
		assertThat(lines(output, "ERROR")).hasSize(1);
	}

	@RestController
	static class ServletController {

		@GetMapping("/fail/future")
		CompletableFuture<String> future() {
			return CompletableFuture.failedFuture(new IllegalStateException(SECRET));
		}

		@GetMapping("/fail/later")
		Callable<String> callable() {
			return () -> {
				throw new IllegalStateException(SECRET);
			};
		}

		@GetMapping("/fail/own")
		DeferredResult<String> deferred() {
			DeferredResult<String> result = new DeferredResult<>();
			CompletableFuture.runAsync(() -> result.setErrorResult(new IllegalStateException(SECRET)));
			return result;
		}

		@GetMapping("/unanswered")
		DeferredResult<String> unanswered() {
			return new DeferredResult<>(1L);
		}

		@GetMapping("/sent")
		void sent(HttpServletResponse response) throws IOException {
			response.sendError(418, SECRET);
		}

		@GetMapping("/stream")
		StreamingResponseBody stream() {
			return (out) -> {
				out.write(new byte[100_000]);
				out.flush();
				throw new IllegalStateException(SECRET);
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FilterConfiguration {

		@Bean
		Filter failing() {
			return (request, response, chain) -> {
				String path = ((HttpServletRequest) request).getRequestURI();
				if (path.equals("/fail/filter")) {
					throw new ServletException(SECRET, new IllegalStateException(SECRET));
				}
				if (path.equals("/filter-sent")) {
					((HttpServletResponse) response).sendError(418, SECRET);
					return;
				}
				chain.doFilter(request, response);
			};
		}

	}

}
