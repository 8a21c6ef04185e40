package dev.mainstay.tests.idempotency.redis;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

import dev.mainstay.resilience.idempotency.ClaimResult.Granted;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Outcome;
import dev.mainstay.resilience.idempotency.Sha256;
import dev.mainstay.resilience.idempotency.StoredResponse;
import dev.mainstay.resilience.idempotency.redis.RedisIdempotencyStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisServerCommands;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a request costs Redis, counted by Redis.
 */
class RedisCostTests {

	private static final Logger logger = LoggerFactory.getLogger(RedisCostTests.class);

	private static final Duration LEASE = Duration.ofSeconds(60);

	private final RedisProcess server = RedisProcess.own();

	private final StringRedisTemplate redis = this.server.commands();

	private final RedisIdempotencyStore store = this.server.store();

	@AfterEach
	void stop() {
		this.store.close();
		this.server.close();
	}

	@Test
	void aRequestTakesTwoCommandsAndARepetitionOne() {
		run(operation("a"));
		Operation operation = operation("a");
		assertThat(commandsOf(() -> run(operation))).isEqualTo(2);
		assertThat(commandsOf(() -> this.store.claim(operation, LEASE))).isEqualTo(1);
		Operation other = new Operation(operation.recordKey(), "b", "caller");
		assertThat(commandsOf(() -> this.store.claim(other, LEASE))).isEqualTo(1);
		Operation open = operation("a");
		this.store.claim(open, LEASE);
		assertThat(commandsOf(() -> this.store.claim(open, LEASE))).isEqualTo(1);
	}

	@Test
	void aRecordWithThreeHundredBytesOfJsonIsSmall() {
		Operation operation = operation("fingerprint");
		run(operation);
		Long bytes = this.redis.execute(
				new DefaultRedisScript<>("return redis.call('MEMORY', 'USAGE', KEYS[1])", Long.class),
				List.of(RedisProcess.PREFIX + operation.recordKey()));
		logger.info("{} bytes for a record", bytes);
		assertThat(bytes).isLessThanOrEqualTo(456);
	}

	private void run(Operation operation) {
		String token = ((Granted) this.store.claim(operation, LEASE)).token();
		StoredResponse response = new StoredResponse(201, Map.of("Content-Type", List.of("application/json")),
				new byte[300]);
		this.store.complete(operation.recordKey(), token, new Outcome.Replayable(response));
	}

	private static Operation operation(String fingerprint) {
		return new Operation(new Sha256().add(UUID.randomUUID().toString()).endShort(), fingerprint, "caller");
	}

	/** Commands that a script calls are counted, too, but not as scripts. */
	private long commandsOf(Runnable action) {
		this.redis.execute((RedisCallback<Object>) (connection) -> {
			connection.serverCommands().resetConfigStats();
			return null;
		});
		action.run();
		Properties stats = this.redis
			.execute((RedisCallback<Properties>) (connection) -> commands(connection).info("commandstats"));
		return stats.stringPropertyNames()
			.stream()
			.filter((it) -> it.startsWith("cmdstat_eval") || it.startsWith("cmdstat_script"))
			.mapToLong((it) -> Long.parseLong(stats.getProperty(it).replaceAll("calls=(\\d+),.*", "$1")))
			.sum();
	}

	private static RedisServerCommands commands(RedisConnection connection) {
		return connection.serverCommands();
	}

}
