package dev.mainstay.core.failure.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.mainstay.core.failure.FailureListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "logging.pattern.console=%level [%X{requestId}] %logger %msg%n%ex{short}")
class FailureReporterIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private List<Throwable> failures;

	@BeforeEach
	void forget() {
		this.failures.clear();
	}

	@ParameterizedTest
	@ValueSource(strings = { "handler", "filter", "late", "stream", "stack" })
	void aFailureIsOneLineWithTheIdHoweverItPasses(String way, CapturedOutput output) throws Exception {
		assertThat(get("/" + way, "id-of-" + way)).isEqualTo(500);
		Awaitility.await().until(() -> output.toString().contains("cause in " + way));
		assertThat(output.toString().lines().filter((line) -> line.contains("cause in " + way))).hasSize(1);
		assertThat(output).contains("ERROR [id-of-" + way + "] mainstay.failure Failed GET");
		assertThat(this.failures).singleElement()
			.satisfies((failure) -> assertThat(failure).hasMessage("cause in " + way));
	}

	@Test
	void whatIsTheCallersFaultIsOneLineAndNoFailure(CapturedOutput output) throws Exception {
		assertThat(get("/handled", "handled-1")).isEqualTo(409);
		assertThat(output).containsOnlyOnce("INFO [handled-1] mainstay.failure Rejected GET /handled: 409 conflict")
			.doesNotContain("WARN");
		assertThat(this.failures).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "shared", "wrapped", "shared-late" })
	void theSameInstanceThatFailsFurtherRequestsIsReportedForEach(String way, CapturedOutput output) throws Exception {
		for (int i = 1; i <= 3; i++) {
			assertThat(get("/" + way, way + "-" + i)).isEqualTo(500);
			assertThat(output).contains("ERROR [" + way + "-" + i + "] mainstay.failure Failed GET");
		}
		assertThat(this.failures).hasSize(3);
		assertThat(output).doesNotContain("ContainerBase");
	}

	@Test
	void whatAFilterOfTheApplicationAnswersIsNotReported(CapturedOutput output) throws Exception {
		assertThat(get("/handler?answered", "answered-1")).isEqualTo(409);
		assertThat(get("/late?answered", "answered-2")).isEqualTo(409);
		assertThat(output).doesNotContain("mainstay.failure");
		assertThat(this.failures).isEmpty();
	}

	@Test
	void aFailureAfterTheAnswerWasBegunIsOneLine(CapturedOutput output) {
		assertThatIOException().isThrownBy(() -> get("/committed", "committed-1"));
		Awaitility.await().until(() -> output.toString().contains("cause in committed"));
		assertThat(output.toString().lines().filter((line) -> line.contains("cause in committed"))).hasSize(1);
		assertThat(output).contains("ERROR [committed-1] mainstay.failure Failed GET /committed");
	}

	@Test
	void aListenerThatThrowsHarmsNobody(CapturedOutput output) throws Exception {
		assertThat(get("/handler", "listener-1")).isEqualTo(500);
		assertThat(output).contains("A listener failed on a failure");
	}

	private int get(String path, String id) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
				.header("X-Request-Id", id)
				.build(), BodyHandlers.ofString())
			.statusCode();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Application {

		@Bean
		List<Throwable> failures() {
			return new CopyOnWriteArrayList<>();
		}

		@Bean
		FailureListener recording(List<Throwable> failures) {
			return (failure, exchange) -> failures.add(failure);
		}

		@Bean
		FailureListener throwing() {
			return (failure, exchange) -> {
				throw new IllegalStateException("expected by the test");
			};
		}

		@Bean
		Filter answering() {
			return (request, response, chain) -> {
				try {
					chain.doFilter(request, response);
				}
				catch (ServletException ex) {
					if (request.getParameter("answered") == null) {
						throw ex;
					}
					((HttpServletResponse) response).setStatus(409);
				}
			};
		}

		@Bean
		FilterRegistrationBean<Filter> answeringRegistration(Filter answering) {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(answering);
			registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
			return registration;
		}

		@Bean
		Filter failing() {
			return (request, response, chain) -> {
				chain.doFilter(request, response);
				if (((HttpServletRequest) request).getRequestURI().equals("/filter")) {
					throw new IllegalStateException("cause in filter");
				}
			};
		}

	}

	@RestController
	static class Controller {

		private static final IllegalStateException SHARED = new IllegalStateException("always the same");

		private static final CompletableFuture<String> FAILED = CompletableFuture.failedFuture(SHARED);

		@GetMapping("/handler")
		String handler() {
			throw new IllegalStateException("cause in handler");
		}

		@GetMapping("/filter")
		void filter() {
		}

		@GetMapping("/late")
		CompletableFuture<String> late() {
			return CompletableFuture.supplyAsync(() -> {
				throw new IllegalStateException("cause in late");
			});
		}

		@GetMapping("/stream")
		Callable<String> stream() {
			return () -> {
				throw new IllegalStateException("cause in stream");
			};
		}

		@GetMapping("/stack")
		String stack() {
			throw new StackOverflowError("cause in stack");
		}

		@GetMapping("/shared")
		String shared() {
			throw SHARED;
		}

		@GetMapping("/shared-late")
		CompletableFuture<String> sharedLate() {
			return FAILED;
		}

		@GetMapping("/wrapped")
		String wrapped() {
			throw new IllegalArgumentException(SHARED);
		}

		@GetMapping("/committed")
		void committed(HttpServletResponse response) throws IOException {
			response.getWriter().write("begun");
			response.flushBuffer();
			throw new IllegalStateException("cause in committed");
		}

		@GetMapping("/handled")
		String handled() {
			throw new ResponseStatusException(HttpStatus.CONFLICT);
		}

	}

}
