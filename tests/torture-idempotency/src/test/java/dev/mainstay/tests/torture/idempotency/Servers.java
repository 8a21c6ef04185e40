package dev.mainstay.tests.torture.idempotency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import redis.embedded.RedisServer;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * A PostgreSQL and a Redis, which nobody harms.
 */
final class Servers implements AutoCloseable {

	private final EmbeddedPostgres postgres;

	private final RedisServer redis;

	private final JdbcTemplate jdbc;

	private Servers() throws IOException {
		this.postgres = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(2)).start();
		this.jdbc = new JdbcTemplate(this.postgres.getPostgresDatabase());
		this.redis = RedisServer.newRedisServer().port(freePort()).setting("save \"\"").build();
		this.redis.start();
	}

	static Servers start() {
		try {
			return new Servers();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/** Begin anew. */
	void createTables() {
		this.jdbc.execute("drop table if exists execution");
		this.jdbc.execute("create table execution (id bigserial primary key, order_key text not null, "
				+ "instance text not null, at timestamptz not null default clock_timestamp())");
		this.jdbc.execute("drop table if exists mainstay_idempotency");
		DatabasePopulatorUtils.execute(
				new ResourceDatabasePopulator(
						new ClassPathResource("dev/mainstay/resilience/idempotency/jdbc/schema-postgresql.sql")),
				this.postgres.getPostgresDatabase());
	}

	/** What a service is told to reach them. */
	List<String> arguments() {
		return List.of("--spring.datasource.url=" + this.postgres.getJdbcUrl("postgres", "postgres"),
				"--spring.datasource.username=postgres", "--spring.data.redis.host=127.0.0.1",
				"--spring.data.redis.port=" + this.redis.ports().get(0));
	}

	/** The rows of each order. */
	Map<String, List<Long>> executions() {
		List<Map.Entry<String, Long>> rows = this.jdbc.query("select order_key, id from execution order by id",
				(row, number) -> Map.entry(row.getString(1), row.getLong(2)));
		return rows.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey, HashMap::new,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	@Override
	public void close() {
		try {
			this.redis.stop();
			this.postgres.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
