package dev.mainstay.resilience.idempotency.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.resilience.idempotency.IdempotencyRecords.Entry;
import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;

/**
 * Finds the records without an end, a batch of keys at a time.
 */
final class OpenRecords {

	private static final int BATCH = 1000;

	private final RedisConnection connection;

	private final String keyPrefix;

	private final long now;

	OpenRecords(RedisConnection connection, String keyPrefix, long now) {
		this.connection = connection;
		this.keyPrefix = keyPrefix;
		this.now = now;
	}

	Stream<Entry> stream() {
		List<Entry> found = new ArrayList<>();
		ScanOptions options = ScanOptions.scanOptions().match(this.keyPrefix + "*").count(BATCH).build();
		try (Cursor<byte[]> keys = this.connection.keyCommands().scan(options)) {
			List<byte[]> batch = new ArrayList<>();
			while (keys.hasNext()) {
				batch.add(keys.next());
				if (batch.size() == BATCH || !keys.hasNext()) {
					add(batch, found);
					batch.clear();
				}
			}
		}
		return found.stream();
	}

	private void add(List<byte[]> keys, List<Entry> found) {
		List<@Nullable Object> beginnings = beginnings(keys);
		for (int i = 0; i < keys.size(); i++) {
			if (beginnings.get(i) instanceof byte[] bytes && RedisFrame.isOpen(bytes)) {
				String key = new String(keys.get(i), StandardCharsets.UTF_8);
				found.add(RedisRecords.entry(key.substring(this.keyPrefix.length()), RedisFrame.read(bytes), this.now));
			}
		}
	}

	private List<@Nullable Object> beginnings(List<byte[]> keys) {
		this.connection.openPipeline();
		keys.forEach((key) -> RedisScript.BEGINNING.enqueue(this.connection, ReturnType.VALUE, key));
		return this.connection.closePipeline();
	}

}
