package dev.mainstay.benchmarks.idempotency;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;

import io.lettuce.core.RedisClient;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import redis.embedded.RedisServer;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * A PostgreSQL and a Redis for all services. The PostgreSQL writes nothing on its own
 * account.
 */
final class Servers implements AutoCloseable {

	private final EmbeddedPostgres postgres;

	private final RedisServer redis;

	private final RedisClient client;

	private final JdbcTemplate jdbc;

	private Servers() throws IOException {
		this.postgres = EmbeddedPostgres.builder()
			.setPGStartupWait(Duration.ofMinutes(2))
			.setServerConfig("autovacuum", "off")
			.setServerConfig("checkpoint_timeout", "1h")
			.setServerConfig("max_wal_size", "8GB")
			.start();
		this.jdbc = new JdbcTemplate(this.postgres.getPostgresDatabase());
		this.redis = RedisServer.newRedisServer().port(freePort()).setting("save \"\"").build();
		this.redis.start();
		this.client = RedisClient.create("redis://127.0.0.1:" + port());
	}

	static Servers start() throws IOException {
		Servers servers = new Servers();
		servers.jdbc.execute("create table booking (id bigserial primary key, customer text not null, "
				+ "sku text not null, quantity integer not null)");
		DatabasePopulatorUtils.execute(
				new ResourceDatabasePopulator(
						new ClassPathResource("dev/mainstay/resilience/idempotency/jdbc/schema-postgresql.sql")),
				servers.postgres.getPostgresDatabase());
		// As the other library describes it.
		servers.jdbc
			.execute("create table idempotent (key_id varchar(255) not null, process_name varchar(255) not null, "
					+ "status varchar(50) not null, expires_at bigint not null, response text, "
					+ "primary key (key_id, process_name))");
		servers.jdbc.execute("create index idx_expires_at on idempotent (expires_at)");
		return servers;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private int port() {
		return this.redis.ports().get(0);
	}

	/** What a service is told to reach them. */
	List<String> arguments() {
		return List.of("--spring.datasource.url=" + this.postgres.getJdbcUrl("postgres", "postgres"),
				"--spring.datasource.username=postgres", "--spring.data.redis.host=127.0.0.1",
				"--spring.data.redis.port=" + port());
	}

	/** How many bytes PostgreSQL has written to its log. */
	long logged() {
		Long bytes = this.jdbc.queryForObject("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint",
				Long.class);
		return (bytes != null) ? bytes : 0;
	}

	/** How many scripts Redis has run. */
	long scripts() {
		try (var connection = this.client.connect()) {
			return connection.sync()
				.info("commandstats")
				.lines()
				.filter((line) -> line.startsWith("cmdstat_eval"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("^.*:calls=(\\d+),.*$", "$1")))
				.sum();
		}
	}

	@Override
	public void close() throws IOException {
		this.client.shutdown();
		this.redis.stop();
		this.postgres.close();
	}

}
