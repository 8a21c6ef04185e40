package dev.mainstay.tests.coexistence;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that handles {@code Idempotency-Key} itself, with answers of its own for
 * a repetition.
 */
class OwnIdempotencyTests {

	@Test
	void handlersThatReadTheKeyKeepIt() {
		BeforeAndAfter answers = BeforeAndAfter.of(WithHandlers.class, (http) -> Stream
			.concat(repeated(http, "/by-parameter", "a form, of \"its\" own"), repeated(http, "/by-request", "a-1")),
				"--mainstay.mode=enforce");
		assertThat(answers.after()).isEqualTo(answers.before())
			.extracting(Answer::status)
			.containsExactly(201, 208, 400, 201, 208, 400);
		assertThat(answers.features().get("idempotency")).startsWith("on");
	}

	@Test
	void aFilterWhoseNameSaysSoKeepsAllKeys() {
		BeforeAndAfter answers = BeforeAndAfter.of(WithNamedFilter.class,
				(http) -> repeated(http, "/plain", "a form, of \"its\" own"));
		assertThat(answers.after()).isEqualTo(answers.before())
			.extracting(Answer::status)
			.containsExactly(200, 208, 400);
		assertThat(answers.features().get("idempotency")).startsWith("backed-off").contains("IdempotencyFilter");
	}

	/** Until the path is named, the form of the key is not one that Mainstay accepts. */
	@Test
	void aFilterWithAnyNameKeepsTheKeysOfExcludedPaths() {
		BeforeAndAfter answers = BeforeAndAfter.of(WithOtherFilter.class, List.of(),
				(http) -> repeated(http, "/plain", "a form, of \"its\" own"), Set.of("POST /plain"),
				"--mainstay.idempotency.exclude-paths=/plain/**");
		assertThat(answers.after()).isEqualTo(answers.before())
			.extracting(Answer::status)
			.containsExactly(200, 208, 400);
	}

	private static Stream<HttpResponse<String>> repeated(Http http, String path, String key) {
		return Stream.of(key, key, "bad").map((sent) -> http.post(path, "{}", "Idempotency-Key", sent));
	}

	@SpringBootApplication(scanBasePackages = "none")
	@Import(Handlers.class)
	static class WithHandlers {

	}

	@SpringBootApplication(scanBasePackages = "none")
	@Import({ Handlers.class, IdempotencyFilter.class })
	static class WithNamedFilter {

	}

	@SpringBootApplication(scanBasePackages = "none")
	@Import({ Handlers.class, OnceFilter.class })
	static class WithOtherFilter {

	}

	@RestController
	static class Handlers {

		private final Set<String> known = ConcurrentHashMap.newKeySet();

		private final AtomicInteger plain = new AtomicInteger();

		@PostMapping("/by-parameter")
		ResponseEntity<Map<String, String>> byParameter(@RequestHeader("Idempotency-Key") String key) {
			return answer("parameter", key);
		}

		@PostMapping("/by-request")
		ResponseEntity<Map<String, String>> byRequest(HttpServletRequest request) {
			return answer("request", request.getHeader("Idempotency-Key"));
		}

		@PostMapping("/plain")
		Map<String, Integer> plain() {
			return Map.of("executions", this.plain.incrementAndGet());
		}

		private ResponseEntity<Map<String, String>> answer(String place, String key) {
			int status = this.known.add(place + key) ? 201 : 208;
			return ResponseEntity.status(key.equals("bad") ? 400 : status)
				.header("Idempotency-Status", "own")
				.body(Map.of("key", key));
		}

	}

	static class OnceFilter extends OncePerRequestFilter {

		private final Set<String> known = ConcurrentHashMap.newKeySet();

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			String key = request.getHeader("Idempotency-Key");
			if ("bad".equals(key)) {
				response.setStatus(400);
			}
			else if (key != null && !this.known.add(key)) {
				response.setStatus(208);
				response.getWriter().write("own replay");
			}
			else {
				chain.doFilter(request, response);
			}
		}

	}

	static class IdempotencyFilter extends OnceFilter {

	}

}
