package dev.mainstay.benchmarks.idempotency;

import java.util.concurrent.atomic.AtomicLong;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The operations, the one of which writes nothing, so that what is around it shows, and
 * the other one row in a transaction, as those do that are worth a key.
 */
final class Orders {

	private final AtomicLong numbers = new AtomicLong();

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transactions;

	Orders(JdbcTemplate jdbc, TransactionTemplate transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	ResponseEntity<Receipt> quote(Order order) {
		return accepted(order);
	}

	ResponseEntity<Receipt> book(Order order) {
		this.transactions.executeWithoutResult(
				(status) -> this.jdbc.update("insert into booking (customer, sku, quantity) values (?, ?, ?)",
						order.customer(), order.sku(), order.quantity()));
		return accepted(order);
	}

	private ResponseEntity<Receipt> accepted(Order order) {
		return ResponseEntity.status(HttpStatus.CREATED).body(Receipt.of(this.numbers.incrementAndGet(), order));
	}

}
