package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that believes forwarding headers, or does not: what it makes of them
 * stays, and the guard is not fooled by them.
 */
class ForwardedHeadersTests {

	private static final List<String[]> FORGED = List.of(new String[] { "X-Forwarded-For", "127.0.0.1" },
			new String[] { "X-Forwarded-For", "203.0.113.7, 127.0.0.1" },
			new String[] { "Forwarded", "for=127.0.0.1;host=localhost;proto=https" },
			new String[] { "X-Forwarded-For", "127.0.0.1", "X-Forwarded-Host", "shop.example", "X-Forwarded-Proto",
					"https", "X-Forwarded-Port", "8443", "X-Forwarded-Prefix", "/prefix" },
			new String[] { "X-Real-IP", "127.0.0.1" });

	@ParameterizedTest
	@ValueSource(strings = { "none", "native", "framework" })
	void whatTheApplicationMakesOfThemStays(String strategy) {
		BeforeAndAfter answers = BeforeAndAfter.of(Linking.class,
				List.of("--server.forward-headers-strategy=" + strategy), ForwardedHeadersTests::requests);
		int endpoints = FORGED.size();
		int own = answers.before().size() - endpoints;
		assertThat(answers.after().subList(0, own)).isEqualTo(answers.before().subList(0, own));
		assertThat(answers.before().toString()).contains(strategy.equals("none") ? "http://host/seen" : "https://");
		assertThat(answers.after().subList(own, own + endpoints))
			.allSatisfy((answer) -> assertThat(answer.status()).isEqualTo(401));
	}

	private static Stream<HttpResponse<String>> requests(Http http) {
		Stream<HttpResponse<String>> own = FORGED.stream()
			.flatMap((headers) -> Stream.of("/seen", "/redirect", "/link").map((path) -> http.get(path, headers)));
		return Stream.concat(own, FORGED.stream().map((headers) -> http.get("/actuator/mainstay", headers)));
	}

	@SpringBootApplication(scanBasePackages = "none")
	@Import(Links.class)
	static class Linking {

	}

	@RestController
	static class Links {

		@GetMapping("/seen")
		Map<String, String> seen(HttpServletRequest request) {
			Map<String, String> seen = new TreeMap<>();
			seen.put("address", request.getRemoteAddr());
			seen.put("url", request.getRequestURL().toString());
			seen.put("secure", String.valueOf(request.isSecure()));
			seen.put("forwarded", String.valueOf(request.getHeader("X-Forwarded-For")));
			return seen;
		}

		@GetMapping("/redirect")
		ResponseEntity<Void> redirect() {
			return ResponseEntity.status(303)
				.location(ServletUriComponentsBuilder.fromCurrentContextPath().path("/seen").build().toUri())
				.build();
		}

		@GetMapping("/link")
		String link() {
			return ServletUriComponentsBuilder.fromCurrentRequest().toUriString();
		}

	}

}
