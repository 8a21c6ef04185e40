package dev.mainstay.resilience.idempotency.autoconfigure;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/**
 * Whether keys may be kept in Redis.
 */
final class OnRedisStore extends AnyNestedCondition {

	OnRedisStore() {
		super(ConfigurationPhase.PARSE_CONFIGURATION);
	}

	@ConditionalOnProperty(name = StoreChoice.PROPERTY, havingValue = "auto", matchIfMissing = true)
	static class Auto {

	}

	@ConditionalOnProperty(name = StoreChoice.PROPERTY, havingValue = "redis")
	static class Redis {

	}

}
