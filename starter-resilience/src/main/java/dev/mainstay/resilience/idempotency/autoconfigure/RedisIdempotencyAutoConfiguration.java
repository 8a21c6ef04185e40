package dev.mainstay.resilience.idempotency.autoconfigure;

import dev.mainstay.resilience.idempotency.redis.LettuceTargetHints;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * Auto-configuration of idempotency keys in Redis.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = IdempotencyAutoConfiguration.class,
		afterName = "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration")
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.idempotency.enabled" }, matchIfMissing = true)
@ConditionalOnClass(RedisConnectionFactory.class)
@Conditional(OnRedisStore.class)
@EnableConfigurationProperties(IdempotencyProperties.class)
@ImportRuntimeHints(LettuceTargetHints.class)
public final class RedisIdempotencyAutoConfiguration {

	@Bean
	RedisStoreOffer mainstayRedisIdempotencyOffer(ObjectProvider<RedisConnectionFactory> factories,
			IdempotencyProperties properties) {
		return new RedisStoreOffer(factories, properties);
	}

}
