package dev.mainstay.resilience.idempotency.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.mainstay.resilience.idempotency.IdempotencyRecords;
import dev.mainstay.resilience.idempotency.Outcome;
import dev.mainstay.resilience.idempotency.Retention;

import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.ReturnType;

/**
 * What an operator sees and changes. There is no index of open operations, as each one
 * would cost every request a key more: to list them is to walk through the whole
 * database, in small steps that hold up nobody else.
 */
final class RedisRecords implements IdempotencyRecords {

	/** A record may change between being read and being replaced, but not for long. */
	private static final int ATTEMPTS = 5;

	private static final byte[] NOTHING = {};

	private final RedisCalls calls;

	private final String keyPrefix;

	private final Retention retention;

	RedisRecords(RedisCalls calls, String keyPrefix, Retention retention) {
		this.calls = calls;
		this.keyPrefix = keyPrefix;
		this.retention = retention;
	}

	@Override
	public Optional<Entry> find(String recordKey) {
		RedisAnswer answer = read(recordKey);
		return answer.isGranted() ? Optional.empty() : Optional.of(entry(recordKey, answer.frame(), answer.time()));
	}

	static Entry entry(String recordKey, RedisFrame frame, long now) {
		return new Entry(recordKey, frame.age(now), frame.outcome(), frame.isAbandoned(now));
	}

	@Override
	public List<Entry> unfinished(int limit) {
		return this.calls.call((connection) -> {
			long now = Objects.requireNonNull(connection.serverCommands().time());
			return new OpenRecords(connection, this.keyPrefix, now).stream()
				.sorted(Comparator.comparing(Entry::age).reversed())
				.limit(limit)
				.toList();
		});
	}

	@Override
	public boolean forget(String recordKey) {
		for (int i = 0; i < ATTEMPTS; i++) {
			RedisAnswer answer = read(recordKey);
			if (answer.isGranted()) {
				return false;
			}
			answer.frame();
			if (replace(recordKey, answer.value(), NOTHING, Duration.ZERO)) {
				return true;
			}
		}
		return false;
	}

	@Override
	public boolean resolve(String recordKey, Outcome outcome) {
		for (int i = 0; i < ATTEMPTS; i++) {
			RedisAnswer answer = read(recordKey);
			if (answer.isGranted() || isKnown(answer.frame())) {
				return false;
			}
			if (replace(recordKey, answer.value(), answer.frame().resolved(outcome), this.retention.of(outcome))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isKnown(RedisFrame frame) {
		return frame.outcome() != null && !(frame.outcome() instanceof Outcome.Unknown);
	}

	private RedisAnswer read(String recordKey) {
		List<Object> parts = this.calls
			.call((connection) -> RedisScript.READ.run(connection, ReturnType.MULTI, key(recordKey)));
		return new RedisAnswer(parts);
	}

	private boolean replace(String recordKey, byte[] old, byte[] fresh, Duration kept) {
		return this.calls.call((connection) -> replace(connection, key(recordKey), old, fresh, kept)) > 0;
	}

	private static Long replace(RedisConnection connection, byte[] key, byte[] old, byte[] fresh, Duration kept) {
		return RedisScript.REPLACE.run(connection, ReturnType.INTEGER, key, old, fresh,
				Long.toString(kept.toMillis()).getBytes(StandardCharsets.US_ASCII));
	}

	private byte[] key(String recordKey) {
		return (this.keyPrefix + recordKey).getBytes(StandardCharsets.UTF_8);
	}

}
