package dev.mainstay.tests.coexistence;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.filter.OncePerRequestFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that gives its requests ids of its own, in the fields and under the keys
 * that Mainstay uses, too.
 */
@ExtendWith(OutputCaptureExtension.class)
class OwnCorrelationTests {

	@ParameterizedTest
	@MethodSource("dev.mainstay.tests.harness.World#both")
	void theIdsOfTheApplicationWin(World world, CapturedOutput output) {
		try (WorldApplication application = world.start(Correlated.class,
				"--logging.pattern.console=[%X{requestId}|%X{traceId}] %m%n")) {
			Http http = application.http();
			for (String path : new String[] { "/handled", "/calling", "/later", "/failing", "/refused", "/nowhere",
					"/actuator/health" }) {
				HttpResponse<String> response = http.get(path, "X-Request-Id", "of-a-caller");
				String id = response.headers().firstValue("X-Correlation-Id").orElseThrow();
				assertThat(id).startsWith("own-");
				assertThat(response.headers().allValues("X-Request-Id")).as(path).containsExactly(id);
			}
			assertThat(output).containsPattern("\\[(own-[0-9a-f-]+)\\|trace-of-\\1] Handled");
			assertThat(output).containsPattern("\\[(own-[0-9a-f-]+)\\|trace-of-\\1] Before the call");
			assertThat(output).containsPattern("\\[(own-[0-9a-f-]+)\\|trace-of-\\1] After the call");
		}
	}

	@SpringBootApplication(scanBasePackages = "none")
	@Import({ CorrelationFilter.class, Handlers.class })
	static class Correlated {

	}

	static class CorrelationFilter extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			String id = "own-" + UUID.randomUUID();
			response.addHeader("X-Request-Id", id);
			response.addHeader("X-Correlation-Id", id);
			MDC.put("requestId", id);
			MDC.put("traceId", "trace-of-" + id);
			try {
				chain.doFilter(request, response);
			}
			finally {
				MDC.remove("requestId");
				MDC.remove("traceId");
			}
		}

	}

	@RestController
	static class Handlers {

		private static final Logger logger = LoggerFactory.getLogger(Handlers.class);

		private final RestClient client;

		Handlers(RestClient.Builder builder) {
			this.client = builder.build();
		}

		@GetMapping("/handled")
		String handle() {
			logger.info("Handled");
			return "handled";
		}

		@GetMapping("/calling")
		String call(HttpServletRequest request) {
			logger.info("Before the call");
			this.client.get()
				.uri("http://127.0.0.1:" + request.getLocalPort() + "/handled")
				.retrieve()
				.toBodilessEntity();
			logger.info("After the call");
			return "called";
		}

		@GetMapping("/later")
		CompletableFuture<String> later() {
			return CompletableFuture.supplyAsync(() -> "later");
		}

		@GetMapping("/failing")
		String fail() {
			throw new IllegalStateException("Failed as told");
		}

		@GetMapping("/refused")
		void refuse(HttpServletResponse response) throws IOException {
			response.sendError(403);
		}

	}

}
