package dev.mainstay.core.failure.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.mainstay.core.failure.FailureListener;
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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

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
	@ValueSource(strings = { "handler", "filter", "late" })
	void aFailureIsOneLineWithTheIdHoweverItPasses(String way, CapturedOutput output) throws Exception {
		assertThat(get("/" + way, "id-of-" + way)).isEqualTo(500);
		Awaitility.await().until(() -> output.toString().contains("cause in " + way));
		assertThat(output.toString().lines().filter((line) -> line.contains("cause in " + way))).hasSize(1);
		assertThat(output).contains("ERROR [id-of-" + way + "] mainstay.failure Failed GET");
		assertThat(this.failures).singleElement()
			.satisfies((failure) -> assertThat(failure).hasMessage("cause in " + way));
	}

	@Test
	void whatIsHandledIsNotReported(CapturedOutput output) throws Exception {
		assertThat(get("/handled", "handled-1")).isEqualTo(409);
		assertThat(output).doesNotContain("mainstay.failure");
		assertThat(this.failures).isEmpty();
	}

	@Test
	void whatAFilterOfTheApplicationAnswersIsNotReported(CapturedOutput output) throws Exception {
		assertThat(get("/caught", "caught-1")).isEqualTo(409);
		assertThat(output).doesNotContain("mainstay.failure");
		assertThat(this.failures).isEmpty();
	}

	@Test
	void anInstanceThatFailsSeveralRequestsIsReportedForEach(CapturedOutput output) throws Exception {
		for (int i = 1; i <= 3; i++) {
			assertThat(get("/shared", "shared-" + i)).isEqualTo(500);
			String line = "ERROR [shared-" + i + "] mainstay.failure Failed GET /shared";
			Awaitility.await().until(() -> output.toString().contains(line));
		}
		assertThat(this.failures).hasSize(3);
		assertThat(output.toString().lines().filter((line) -> line.contains("cause in shared"))).hasSize(3);
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
		Filter catching() {
			return (request, response, chain) -> {
				try {
					chain.doFilter(request, response);
				}
				catch (ServletException ex) {
					if (!((HttpServletRequest) request).getRequestURI().equals("/caught")) {
						throw ex;
					}
					((HttpServletResponse) response).setStatus(409);
				}
			};
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

		private static final IllegalStateException SHARED = new IllegalStateException("cause in shared");

		@GetMapping("/caught")
		String caught() {
			throw new IllegalStateException("cause in caught");
		}

		@GetMapping("/shared")
		String shared() {
			throw SHARED;
		}

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

		@GetMapping("/handled")
		String handled() {
			throw new ResponseStatusException(HttpStatus.CONFLICT);
		}

	}

}
