package dev.mainstay.tests.external;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A page that a service writes itself, without headers of its own.
 */
@RestController
class ServedPage {

	@GetMapping(path = "/page", produces = MediaType.TEXT_HTML_VALUE)
	String page() {
		return """
				<!DOCTYPE html>
				<html lang="en"><head><title>Orders</title></head><body><script src="/orders.js"></script></body></html>
				""";
	}

}
