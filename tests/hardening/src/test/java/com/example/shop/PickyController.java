package com.example.shop;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes and gives nothing but lists.
 */
@RestController
public class PickyController {

	@PostMapping(path = "/imports", consumes = "text/csv")
	String imports() {
		return "imported";
	}

	@GetMapping(path = "/codes/{code:[a-z]{3}}", produces = "text/csv")
	String code(@PathVariable String code) {
		return code;
	}

}
