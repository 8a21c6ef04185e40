package dev.mainstay.tests.switches;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Cookies of a service, and what they allow.
 */
@RestController
class Cookies {

	@GetMapping("/cookie")
	ResponseEntity<Void> cookie() {
		return ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, "theme=dark").build();
	}

	@GetMapping("/session")
	Map<String, Boolean> session(HttpServletRequest request) {
		return Map.of("new", request.getSession().isNew());
	}

	@PostMapping("/theme")
	Map<String, String> change() {
		return Map.of("changed", "yes");
	}

}
