package dev.mainstay.tests.dayone;

import java.net.URI;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/orders")
class OrderController {

	@GetMapping
	List<Map<String, Object>> list(@RequestParam(defaultValue = "10") int limit) {
		return List.of(Map.of("id", limit));
	}

	@GetMapping("/{id}")
	ResponseEntity<Map<String, Object>> find(@PathVariable int id) {
		if (id == 404) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such order");
		}
		return ResponseEntity.ok().eTag("\"" + id + "\"").body(Map.of("id", id));
	}

	@PostMapping
	ResponseEntity<Map<String, Object>> create(@RequestBody Order order) {
		return ResponseEntity.created(URI.create("/orders/1")).body(Map.of("id", 1));
	}

	@PostMapping("/checked")
	Map<String, Object> createChecked(@Valid @RequestBody Order order) {
		return Map.of("id", 1);
	}

	@PatchMapping("/{id}")
	Map<String, Object> change(@PathVariable int id, @RequestBody Map<String, Object> changes) {
		return Map.of("id", id);
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable int id) {
		if (id == 409) {
			throw new ResponseStatusException(HttpStatus.CONFLICT);
		}
	}

	record Order(@NotBlank String customer, @Min(1) int quantity) {

	}

}
