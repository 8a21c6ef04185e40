package dev.mainstay.security.browser;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.mainstay.security.event.SecurityEvent;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application whose users come with browsers.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(BrowserApplication.Orders.class)
class BrowserApplication {

	@Bean
	Published published() {
		return new Published();
	}

	static class Published {

		final List<SecurityEvent> events = new CopyOnWriteArrayList<>();

		@EventListener
		void on(SecurityEvent event) {
			this.events.add(event);
		}

	}

	@RestController
	static class Orders {

		@RequestMapping(path = "/orders",
				method = { RequestMethod.GET, RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE })
		Map<String, String> orders() {
			return Map.of("done", "yes");
		}

		/**
		 * Takes JSON whatever its type says, as services do that read it by themselves.
		 */
		@PostMapping("/raw")
		Map<String, Integer> raw(@RequestBody String body) {
			return Map.of("length", body.length());
		}

		@CrossOrigin(origins = "https://partner.example", allowCredentials = "true")
		@PostMapping("/shared")
		Map<String, String> shared() {
			return Map.of("shared", "yes");
		}

		@CrossOrigin
		@PostMapping("/public")
		Map<String, String> open() {
			return Map.of("public", "yes");
		}

		@GetMapping("/cookies")
		ResponseEntity<Void> cookies() {
			return ResponseEntity.noContent()
				.header(HttpHeaders.SET_COOKIE, "plain=1")
				.header(HttpHeaders.SET_COOKIE, "set=1; Path=/; Secure; HttpOnly; SameSite=Strict")
				.header(HttpHeaders.SET_COOKIE, "embedded=1; secure; samesite=None")
				.header(HttpHeaders.SET_COOKIE, "chips=1; Secure; Partitioned")
				.header(HttpHeaders.SET_COOKIE, "XSRF-TOKEN=1; Path=/")
				.header(HttpHeaders.SET_COOKIE, "JSESSIONID=1; Path=/")
				.header(HttpHeaders.SET_COOKIE,
						ResponseCookie.from("gone", "").maxAge(Duration.ZERO).build().toString())
				.header(HttpHeaders.SET_COOKIE, "malformed")
				.build();
		}

	}

}
