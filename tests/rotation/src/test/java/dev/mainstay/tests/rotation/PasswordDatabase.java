package dev.mainstay.tests.rotation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A PostgreSQL that asks a user named {@code orders} for a password.
 */
final class PasswordDatabase implements AutoCloseable {

	static final String USER = "orders";

	private final EmbeddedPostgres postgres;

	private final JdbcTemplate admin;

	PasswordDatabase() {
		try {
			this.postgres = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(2)).start();
			this.admin = new JdbcTemplate(this.postgres.getPostgresDatabase());
			this.admin.execute("create role orders login");
			Path rules = Path.of(String.valueOf(this.admin.queryForObject("show hba_file", String.class)));
			List<String> lines = Files.readAllLines(rules);
			lines.add(0, "host all orders,orders_2 all scram-sha-256");
			Files.write(rules, lines);
			this.admin.execute("select pg_reload_conf()");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String url() {
		return "jdbc:postgresql://localhost:" + this.postgres.getPort() + "/postgres";
	}

	void setPassword(String user, String password) {
		this.admin.execute("alter role " + user + " password '" + password + "'");
	}

	void create(String user, String password) {
		this.admin.execute("create role " + user + " login password '" + password + "'");
	}

	/** Those that are open, so that others have to be made. */
	void endConnections() {
		this.admin.queryForList("select pg_terminate_backend(pid) from pg_stat_activity where usename like 'orders%'");
	}

	@Override
	public void close() {
		try {
			this.postgres.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
