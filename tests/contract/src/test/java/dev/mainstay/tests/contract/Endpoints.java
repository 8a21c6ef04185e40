package dev.mainstay.tests.contract;

import java.util.Map;

import jakarta.validation.Valid;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Means the same on each stack.
 */
@RestController
class Endpoints {

	private final People people;

	Endpoints(People people) {
		this.people = people;
	}

	@PostMapping("/orders")
	Map<String, String> create(@Valid @RequestBody OrderIn order) {
		return Map.of("name", order.name());
	}

	@PostMapping("/forgotten")
	Map<String, String> forgotten(@RequestBody OrderIn order) {
		return Map.of("name", String.valueOf(order.name()));
	}

	@GetMapping("/orders/{id}")
	Map<String, Long> order(@PathVariable long id) {
		return Map.of("id", id);
	}

	@PostMapping("/map")
	Map<String, Integer> map(@RequestBody Map<String, Object> map) {
		return Map.of("size", map.size());
	}

	@PostMapping("/raw")
	Map<String, Integer> raw(@RequestBody byte[] bytes) {
		return Map.of("length", bytes.length);
	}

	@GetMapping("/people")
	Page<PersonOut> people(Pageable page) {
		return this.people.findAll(page).map((person) -> new PersonOut(person.getId(), person.getName()));
	}

	@PostMapping("/people")
	PersonOut add(@RequestBody PersonIn person) {
		Person saved = this.people.saveAndFlush(new Person(person.name()));
		return new PersonOut(saved.getId(), saved.getName());
	}

	@GetMapping("/search")
	Map<String, Object> search(@RequestParam int size, @RequestHeader("X-Tenant") int tenant) {
		return Map.of("size", size, "tenant", tenant);
	}

	@GetMapping("/boom")
	String boom() {
		throw Canary.failure();
	}

	@GetMapping("/boom-in-handler")
	String boomInHandler() {
		throw new UnsupportedOperationException(Canary.TEXT);
	}

	@ExceptionHandler
	String handle(UnsupportedOperationException ex) {
		throw Canary.failure();
	}

	record PersonIn(String name) {

	}

	record PersonOut(Long id, String name) {

	}

}
