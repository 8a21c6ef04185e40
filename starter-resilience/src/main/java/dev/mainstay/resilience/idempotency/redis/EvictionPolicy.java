package dev.mainstay.resilience.idempotency.redis;

import java.util.Optional;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.connection.RedisConnection;

/**
 * Asks Redis what it does when its memory is full. INFO comes first, as it is allowed
 * where CONFIG is not, such as in a Redis that is rented.
 */
final class EvictionPolicy {

	private static final String NAME = "maxmemory_policy";

	private EvictionPolicy() {
	}

	static Optional<String> ask(RedisConnection connection) {
		String known = value(connection.serverCommands().info("memory"), NAME);
		return Optional.ofNullable(known)
			.or(() -> Optional
				.ofNullable(value(connection.serverCommands().getConfig("maxmemory-policy"), "maxmemory-policy")));
	}

	/** In a cluster, the name of a node precedes that of the value. */
	private static @Nullable String value(@Nullable Properties properties, String name) {
		if (properties == null) {
			return null;
		}
		return properties.stringPropertyNames()
			.stream()
			.filter((it) -> it.equals(name) || it.endsWith("." + name))
			.map(properties::getProperty)
			.sorted((a, b) -> Boolean.compare("noeviction".equals(a), "noeviction".equals(b)))
			.findFirst()
			.orElse(null);
	}

}
