package dev.mainstay.tests.coexistence;

import java.util.Map;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the chains of the applications protect.
 */
@RestController
class SecretController {

	@GetMapping("/open")
	Map<String, String> open() {
		return Map.of("open", "yes");
	}

	@GetMapping("/secret")
	Map<String, String> secret() {
		return Map.of("secret", "yes");
	}

	@PostMapping("/secret")
	Map<String, String> keep() {
		return Map.of("secret", "kept");
	}

	@GetMapping("/failing")
	String fail() {
		throw new IllegalStateException("not for the caller");
	}

}
