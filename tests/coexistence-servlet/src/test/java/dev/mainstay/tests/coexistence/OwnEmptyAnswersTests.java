package dev.mainstay.tests.coexistence;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.ordinary.OrdinaryApplication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that refuses without a word has given its answer.
 */
class OwnEmptyAnswersTests {

	@Test
	void theyStayEmpty() {
		BeforeAndAfter answers = BeforeAndAfter.of(WithEmptyAnswers.class, OwnEmptyAnswersTests::requests,
				"--mainstay.mode=enforce");
		assertThat(answers.before()).extracting(Answer::body).containsOnly("");
		assertThat(answers.before()).extracting(Answer::status)
			.containsExactly(404, 404, 404, 409, 409, 503, 410, 403, 403);
		assertThat(answers.after()).isEqualTo(answers.before());
		assertThat(answers.after().get(5).headers()).containsEntry("retry-after", "7");
		assertThat(answers.after().get(7).headers()).containsEntry("set-cookie", "seen=yes");
	}

	private static Stream<HttpResponse<String>> requests(Http http) {
		return Stream.of(http.get("/missing"), http.get("/missing", "Accept", "text/html"),
				http.exchange("HEAD", "/missing", ""), http.post("/taken", "{}"),
				http.post("/taken", "{}", "Idempotency-Key", "\"k-1\""), http.get("/busy"), http.get("/gone"),
				http.get("/orders/1", "X-Refused", "yes"),
				http.post("/orders", "{}", "X-Refused", "yes", "Idempotency-Key", "\"k-2\""));
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ OrdinaryApplication.class, Controller.class, RefusingFilter.class })
	static class WithEmptyAnswers {

	}

	@RestController
	static class Controller {

		@GetMapping("/missing")
		ResponseEntity<Void> missing() {
			return ResponseEntity.notFound().build();
		}

		@PostMapping("/taken")
		ResponseEntity<Void> taken() {
			return ResponseEntity.status(409).build();
		}

		@GetMapping("/busy")
		ResponseEntity<Void> busy() {
			return ResponseEntity.status(503).header("Retry-After", "7").build();
		}

		@GetMapping("/gone")
		@ResponseStatus(HttpStatus.GONE)
		void gone() {
		}

	}

	static class RefusingFilter extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			if (request.getHeader("X-Refused") == null) {
				chain.doFilter(request, response);
				return;
			}
			response.setStatus(403);
			response.addCookie(new Cookie("seen", "yes"));
		}

	}

}
