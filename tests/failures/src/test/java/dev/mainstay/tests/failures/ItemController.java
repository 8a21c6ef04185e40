package dev.mainstay.tests.failures;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Does to the database whatever a test wants, in each of the ways in which an application
 * may.
 */
@RestController
class ItemController {

	private static final String NOBODY = "jdbc:postgresql://127.0.0.1:1/nobody?user=canary";

	private final CyclicBarrier bothHold = new CyclicBarrier(2);

	private final ItemRepository items;

	private final JdbcTemplate jdbc;

	private final DataSource source;

	private final TransactionTemplate transaction;

	ItemController(ItemRepository items, JdbcTemplate jdbc, DataSource source, TransactionTemplate transaction) {
		this.items = items;
		this.jdbc = jdbc;
		this.source = source;
		this.transaction = transaction;
	}

	@PostMapping("/jdbc")
	int throughTemplate(@RequestParam String sql) {
		return this.jdbc.update(sql);
	}

	@PostMapping("/batch")
	int[] inABatch(@RequestParam String sql) {
		return this.jdbc.batchUpdate(sql, sql);
	}

	@PostMapping("/plain")
	int untranslated(@RequestParam String sql) throws SQLException {
		try (Connection connection = this.source.getConnection(); Statement statement = connection.createStatement()) {
			return statement.executeUpdate(sql);
		}
	}

	@PostMapping("/wrapped")
	int wrapped(@RequestParam String sql) {
		try {
			return untranslated(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("canary", ex);
		}
	}

	@PostMapping("/jpa")
	void save(@RequestParam long id, @RequestParam(required = false) String name, @RequestParam int amount,
			@RequestParam long shelf) {
		this.items.save(new Item(id, name, amount, shelf));
	}

	@PostMapping("/stale")
	void stale() {
		this.transaction.executeWithoutResult((status) -> {
			Item item = this.items.findById(1L).orElseThrow();
			this.jdbc.update("update item set version = version + 1 where id = 1");
			item.setAmount(7);
		});
	}

	/** Two of these, one the other way round, cannot both succeed. */
	@PostMapping("/locks")
	void lock(@RequestParam int first, @RequestParam int second) {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.update("update shelf set name = 'a' where id = ?", first);
			meet();
			this.jdbc.update("update shelf set name = 'b' where id = ?", second);
		});
	}

	private void meet() {
		try {
			this.bothHold.await(20, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@PostMapping("/transaction")
	void inATransaction() {
		this.transaction.executeWithoutResult((status) -> {
		});
	}

	@GetMapping("/items")
	int items(Pageable page) {
		return this.items.findAll(page).getNumberOfElements();
	}

	@PostMapping("/nobody")
	void nobodyThere() {
		new JdbcTemplate(new DriverManagerDataSource(NOBODY)).execute("select 1");
	}

	@PostMapping("/nobody-pooled")
	void nobodyThereBehindAPool() {
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setJdbcUrl(NOBODY);
			pool.setConnectionTimeout(250);
			pool.setInitializationFailTimeout(-1);
			new JdbcTemplate(pool).execute("select 1");
		}
	}

}
