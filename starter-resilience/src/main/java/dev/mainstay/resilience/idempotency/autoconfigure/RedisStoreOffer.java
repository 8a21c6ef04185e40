package dev.mainstay.resilience.idempotency.autoconfigure;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.Retention;
import dev.mainstay.resilience.idempotency.redis.RedisIdempotencyStore;
import dev.mainstay.resilience.idempotency.redis.RedisOrMemoryIdempotencyStore;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * Keeps keys in the Redis of the application, if it evicts nothing or was asked for by
 * name. Redis is not waited for when the application starts.
 */
final class RedisStoreOffer implements StoreOffer, Ordered {

	private final ObjectProvider<RedisConnectionFactory> factories;

	private final IdempotencyProperties properties;

	RedisStoreOffer(ObjectProvider<RedisConnectionFactory> factories, IdempotencyProperties properties) {
		this.factories = factories;
		this.properties = properties;
	}

	@Override
	public int getOrder() {
		return REDIS_ORDER;
	}

	@Override
	public StoreKind kind() {
		return StoreKind.REDIS;
	}

	@Override
	public @Nullable IdempotencyStore store(boolean demanded) {
		RedisConnectionFactory factory = this.factories.getIfUnique();
		if (factory == null) {
			InvalidPropertyException.check(!demanded, StoreChoice.PROPERTY, StoreKind.REDIS.code(),
					"there is no RedisConnectionFactory, or several and none of them is primary",
					"Add spring-boot-starter-data-redis with spring.data.redis.host, or mark one of them with @Primary");
			return null;
		}
		RedisIdempotencyStore redis = redis(factory);
		if (demanded) {
			redis.askForEvictionPolicy();
			return redis;
		}
		return new RedisOrMemoryIdempotencyStore(redis, IdempotencyAutoConfiguration.memory(this.properties),
				this.properties.storeTimeout());
	}

	private RedisIdempotencyStore redis(RedisConnectionFactory factory) {
		return new RedisIdempotencyStore(factory, new Retention(this.properties.ttl(), this.properties.rejectedTtl()),
				this.properties.redis().keyPrefix(), this.properties.storeTimeout());
	}

}
