package dev.mainstay.tests.dayone;

import java.net.URI;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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

	private static final Map<String, Object> FIRST = Map.of("id", 1);

	@GetMapping
	Flux<Map<String, Object>> list(@RequestParam(defaultValue = "10") int limit) {
		return Flux.just(Map.of("id", limit));
	}

	@GetMapping("/{id}")
	Mono<ResponseEntity<Map<String, Object>>> find(@PathVariable int id) {
		return (id == 404) ? Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND, "no such order"))
				: Mono.just(ResponseEntity.ok().eTag("\"" + id + "\"").body(Map.of("id", id)));
	}

	@PostMapping
	Mono<ResponseEntity<Map<String, Object>>> create(@RequestBody Mono<Order> order) {
		return order.map((one) -> ResponseEntity.created(URI.create("/orders/1")).body(FIRST));
	}

	@PostMapping("/checked")
	Mono<Map<String, Object>> createChecked(@Valid @RequestBody Mono<Order> order) {
		return order.map((one) -> FIRST);
	}

	@PatchMapping("/{id}")
	Mono<Map<String, Object>> change(@PathVariable int id, @RequestBody Map<String, Object> changes) {
		return Mono.just(Map.of("id", id));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> delete(@PathVariable int id) {
		return (id == 409) ? Mono.error(new ResponseStatusException(HttpStatus.CONFLICT)) : Mono.empty();
	}

	record Order(@NotBlank String customer, @Min(1) int quantity) {

	}

}
