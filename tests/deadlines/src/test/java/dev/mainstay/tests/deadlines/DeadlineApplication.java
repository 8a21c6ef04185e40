package dev.mainstay.tests.deadlines;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.deadline.Deadline;
import jakarta.persistence.EntityManager;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A service that has its database wait, in each of the ways in which an application may.
 */
@SpringBootApplication
@EnableAsync
class DeadlineApplication {

	@Bean
	Background background(JdbcTemplate jdbc) {
		return new Background(jdbc);
	}

	static class Background {

		private final JdbcTemplate jdbc;

		Background(JdbcTemplate jdbc) {
			this.jdbc = jdbc;
		}

		@Async
		CompletableFuture<String> sleep(double seconds) {
			return CompletableFuture.completedFuture(sleepFor(this.jdbc, seconds));
		}

	}

	private static String sleepFor(JdbcTemplate jdbc, double seconds) {
		jdbc.queryForList("select pg_sleep(?)", seconds);
		return "slept";
	}

	@RestController
	static class Sleeping {

		private final JdbcTemplate jdbc;

		private final EntityManager entities;

		private final DataSource source;

		private final TransactionTemplate transaction;

		private final Background background;

		/** A pool by its type, as applications have it injected. */
		Sleeping(JdbcTemplate jdbc, EntityManager entities, HikariDataSource source, TransactionTemplate transaction,
				Background background) {
			this.jdbc = jdbc;
			this.entities = entities;
			this.source = source;
			this.transaction = transaction;
			this.background = background;
		}

		@GetMapping("/jdbc")
		String jdbc(@RequestParam double seconds) {
			return sleepFor(this.jdbc, seconds);
		}

		@GetMapping("/transaction")
		String transaction(@RequestParam double seconds) {
			return this.transaction.execute((status) -> sleepFor(this.jdbc, seconds));
		}

		@GetMapping("/jpa")
		String jpa(@RequestParam double seconds) {
			return this.transaction.execute((status) -> {
				this.entities.createNativeQuery("select cast(pg_sleep(?1) as text)", String.class)
					.setParameter(1, seconds)
					.getResultList();
				return "slept";
			});
		}

		@GetMapping("/plain")
		String plain(@RequestParam double seconds) throws SQLException {
			try (Connection connection = this.source.getConnection();
					Statement statement = connection.createStatement();
					ResultSet result = statement.executeQuery("select pg_sleep(" + seconds + ")")) {
				return "slept";
			}
		}

		@GetMapping("/async")
		CompletableFuture<String> async(@RequestParam double seconds) {
			return this.background.sleep(seconds);
		}

		@GetMapping("/idle")
		String idle() {
			return "idle";
		}

		/** Does something else for too long, and then wants to query. */
		@GetMapping("/late")
		String late() throws InterruptedException {
			Thread.sleep(400);
			return query();
		}

		/** What has to be done is done. */
		@GetMapping("/cleaning")
		String clean() throws InterruptedException {
			Thread.sleep(400);
			try (Deadline.Scope scope = Deadline.suspend()) {
				return query();
			}
		}

		private String query() {
			return "found " + this.jdbc.queryForObject("select 1", Integer.class);
		}

	}

}
