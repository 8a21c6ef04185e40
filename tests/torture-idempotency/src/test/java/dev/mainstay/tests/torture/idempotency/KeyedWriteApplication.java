package dev.mainstay.tests.torture.idempotency;

import java.net.URI;
import java.util.Map;

import dev.mainstay.resilience.idempotency.IdempotencyListener;
import dev.mainstay.resilience.idempotency.IdempotencyResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * A service that writes one row each time it takes an order, some time after the order
 * came and some time before it is answered. It does not look at the key itself, as it
 * would then be left alone: the order has the same name.
 */
@SpringBootApplication(proxyBeanMethods = false)
@RestController
class KeyedWriteApplication {

	private static final Logger logger = LoggerFactory.getLogger(KeyedWriteApplication.class);

	/**
	 * Written before an operation is run once more, and survives that the JVM does not.
	 */
	static final String TAKEN_OVER = "torture: taken over";

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transactions;

	private final String instance;

	KeyedWriteApplication(JdbcTemplate jdbc, TransactionTemplate transactions,
			@Value("${torture.instance}") String instance) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.instance = instance;
	}

	public static void main(String[] arguments) {
		SpringApplication.run(KeyedWriteApplication.class, arguments);
	}

	@PostMapping("/orders")
	ResponseEntity<Map<String, Object>> order(@RequestBody Order order) throws InterruptedException {
		Thread.sleep(order.before());
		Long execution = this.transactions.execute((status) -> this.jdbc.queryForObject(
				"insert into execution (order_key, instance) values (?, ?) returning id", Long.class, order.key(),
				this.instance));
		Thread.sleep(order.after());
		return ResponseEntity.created(URI.create("/orders/" + execution))
			.body(Map.of("key", order.key(), "execution", execution, "instance", this.instance));
	}

	@Bean
	IdempotencyListener takeOvers() {
		return new IdempotencyListener() {

			@Override
			public void onResult(IdempotencyResult result) {
			}

			@Override
			public void onTakenOver() {
				logger.info(TAKEN_OVER);
			}

		};
	}

}
