package dev.mainstay.tests.pages;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the single-page application asks.
 */
@RestController
class ApiController {

	@GetMapping("/api/name")
	Name name() {
		return new Name("somebody");
	}

	/**
	 * A name.
	 *
	 * @param name the name
	 */
	record Name(String name) {

	}

}
