package dev.mainstay.resilience.idempotency.redis;

import java.time.Duration;

import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.util.ClassUtils;

/**
 * Where the connections of the store come from.
 *
 * @param factory gives them
 * @param owned whether nobody else closes it
 */
record RedisConnections(RedisConnectionFactory factory, boolean owned) {

	private static final boolean LETTUCE = ClassUtils.isPresent("io.lettuce.core.RedisClient",
			RedisConnections.class.getClassLoader());

	static RedisConnections bounded(RedisConnectionFactory factory, Duration timeout) {
		RedisConnectionFactory bounded = LETTUCE ? Lettuce.bounded(factory, timeout) : factory;
		return new RedisConnections(bounded, bounded != factory);
	}

	void close() {
		if (this.owned) {
			Lettuce.close(this.factory);
		}
	}

	/** In a class of its own, as Lettuce may be missing. */
	private static final class Lettuce {

		static RedisConnectionFactory bounded(RedisConnectionFactory factory, Duration timeout) {
			RedisConnectionFactory bounded = (factory instanceof LettuceConnectionFactory lettuce)
					? BoundedClient.create(lettuce, timeout) : null;
			return (bounded != null) ? bounded : factory;
		}

		static void close(RedisConnectionFactory factory) {
			((LettuceConnectionFactory) factory).destroy();
		}

	}

}
