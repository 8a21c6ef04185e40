package dev.mainstay.resilience.idempotency.autoconfigure;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.InMemoryIdempotencyStore;
import dev.mainstay.resilience.idempotency.Retention;
import dev.mainstay.resilience.idempotency.redis.RedisIdempotencyStore;
import dev.mainstay.resilience.idempotency.redis.RedisOrMemoryIdempotencyStore;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * Auto-configuration of the store of idempotency keys in Redis.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = IdempotencyAutoConfiguration.class,
		afterName = { "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration",
				"dev.mainstay.resilience.idempotency.autoconfigure.JdbcIdempotencyStoreAutoConfiguration" })
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.idempotency.enabled" }, matchIfMissing = true)
@ConditionalOnClass(RedisConnectionFactory.class)
@ConditionalOnSingleCandidate(RedisConnectionFactory.class)
@ConditionalOnMissingBean(IdempotencyStore.class)
@EnableConfigurationProperties(IdempotencyProperties.class)
public final class RedisIdempotencyStoreAutoConfiguration {

	private static RedisIdempotencyStore store(RedisConnectionFactory factory, IdempotencyProperties properties) {
		return new RedisIdempotencyStore(factory, new Retention(properties.ttl(), properties.rejectedTtl()),
				properties.redis().keyPrefix(), properties.storeTimeout());
	}

	/**
	 * Redis, as was asked for.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "mainstay.idempotency.store", havingValue = "redis")
	static class RedisConfiguration {

		@Bean
		RedisIdempotencyStore mainstayRedisIdempotencyStore(RedisConnectionFactory factory,
				IdempotencyProperties properties) {
			RedisIdempotencyStore store = store(factory, properties);
			store.askForEvictionPolicy();
			return store;
		}

	}

	/**
	 * Redis if that is safe, which it says while the application starts.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "mainstay.idempotency.store", havingValue = "auto", matchIfMissing = true)
	static class AutoConfiguredStoreConfiguration {

		@Bean
		InMemoryIdempotencyStore mainstayIdempotencyStore(IdempotencyProperties properties) {
			return IdempotencyAutoConfiguration.memoryStore(properties);
		}

		@Bean
		@Primary
		RedisOrMemoryIdempotencyStore mainstayRedisOrMemoryIdempotencyStore(RedisConnectionFactory factory,
				InMemoryIdempotencyStore memory, IdempotencyProperties properties) {
			return new RedisOrMemoryIdempotencyStore(store(factory, properties), memory, properties.storeTimeout());
		}

		@Bean
		FeatureStatus mainstayIdempotencyStoreStatus(RedisOrMemoryIdempotencyStore store) {
			return new RedisOrMemoryStatus(store);
		}

	}

}
