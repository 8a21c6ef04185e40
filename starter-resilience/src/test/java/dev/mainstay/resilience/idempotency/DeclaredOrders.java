package dev.mainstay.resilience.idempotency;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Handlers that say what they do with keys, for both stacks. In a package that no
 * application of the tests scans.
 */
@RestController
@RequestMapping("/declared")
@Idempotent
public class DeclaredOrders {

	private final AtomicInteger executions = new AtomicInteger();

	private String count() {
		return "executed " + this.executions.incrementAndGet();
	}

	@GetMapping
	int executions() {
		return this.executions.get();
	}

	@PostMapping
	String create() {
		return count();
	}

	@PostMapping("/{id}")
	String one(@PathVariable String id) {
		return count();
	}

	@PostMapping("/special")
	@Idempotent(KeyUse.OPTIONAL)
	String special() {
		return count();
	}

	@PostMapping("/off")
	@Idempotent(KeyUse.OFF)
	String off() {
		return count();
	}

	@PutMapping("/{id}")
	@Idempotent
	String put(@PathVariable String id) {
		return count();
	}

	@PutMapping("/{id}/plain")
	String plainPut(@PathVariable String id) {
		return count();
	}

	@PostMapping("/throws")
	@Idempotent(keepServerErrors = true)
	String fails() {
		throw new IllegalStateException(count());
	}

	@PostMapping("/503")
	@Idempotent(keepServerErrors = true)
	ResponseEntity<String> unavailable() {
		return ResponseEntity.status(503).body(count());
	}

	@PostMapping("/reads")
	@Idempotent
	String reads(@RequestHeader("Idempotency-Key") String key) {
		return count() + key;
	}

}
