package dev.mainstay.tests.idempotency;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * An instance of a service that takes orders.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
class OrderApplication {

	static final AtomicInteger EXECUTIONS = new AtomicInteger();

	public static void main(String[] arguments) {
		SpringApplication.run(OrderApplication.class, arguments);
	}

	@PostMapping("/orders")
	@Transactional
	ResponseEntity<Map<String, Object>> order() {
		int number = EXECUTIONS.incrementAndGet();
		return ResponseEntity.created(URI.create("/orders/" + number)).body(Map.of("number", number, "item", "bücher"));
	}

	@PostMapping("/slow")
	String slow(@RequestParam long ms) throws InterruptedException {
		int number = EXECUTIONS.incrementAndGet();
		Thread.sleep(ms);
		return "slow " + number;
	}

}
