package com.example.shop;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Orders that can be changed.
 */
@RestController
public class OrderController {

	@GetMapping("/orders/{id}")
	String order(@PathVariable String id) {
		return id;
	}

	@PostMapping("/orders")
	String create() {
		return "created";
	}

	@DeleteMapping("/orders/{id:[0-9]+}")
	String delete(@PathVariable String id) {
		return id;
	}

}
