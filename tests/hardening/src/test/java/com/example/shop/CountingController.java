package com.example.shop;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Counts its calls.
 */
@RestController
public class CountingController {

	private final AtomicInteger calls = new AtomicInteger();

	private final AtomicInteger reads = new AtomicInteger();

	@GetMapping("/articles")
	String articles() {
		this.reads.incrementAndGet();
		return "all";
	}

	@PostMapping("/open-changes")
	String changes() {
		this.calls.incrementAndGet();
		return "changed";
	}

	@DeleteMapping("/orders/{id}")
	String delete(@PathVariable String id) {
		this.calls.incrementAndGet();
		return id;
	}

	public int calls() {
		return this.calls.get();
	}

	public int reads() {
		return this.reads.get();
	}

}
