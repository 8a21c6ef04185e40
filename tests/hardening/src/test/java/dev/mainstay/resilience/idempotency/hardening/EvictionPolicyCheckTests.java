package dev.mainstay.resilience.idempotency.hardening;

import java.time.Duration;
import java.util.Properties;

import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.InMemoryIdempotencyStore;
import dev.mainstay.resilience.idempotency.Retention;
import dev.mainstay.resilience.idempotency.redis.RedisIdempotencyStore;
import dev.mainstay.resilience.idempotency.redis.RedisOrMemoryIdempotencyStore;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisServerCommands;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

class EvictionPolicyCheckTests {

	private static final Retention DAY = new Retention(Duration.ofHours(24), Duration.ofHours(24));

	private final EvictionPolicyCheck check = new EvictionPolicyCheck();

	private final RedisConnectionFactory factory = mock(RedisConnectionFactory.class);

	private final ApplicationContextRunner runner = new ApplicationContextRunner();

	/** A store of a Redis that has told its policy. */
	static RedisIdempotencyStore told(RedisConnectionFactory factory, String policy) {
		RedisConnection connection = mock(RedisConnection.class);
		RedisServerCommands commands = mock(RedisServerCommands.class);
		Properties memory = new Properties();
		memory.setProperty("maxmemory_policy", policy);
		given(factory.getConnection()).willReturn(connection);
		given(connection.serverCommands()).willReturn(commands);
		given(commands.info("memory")).willReturn(memory);
		RedisIdempotencyStore store = silent(factory);
		store.evictionPolicy();
		return store;
	}

	static RedisIdempotencyStore silent(RedisConnectionFactory factory) {
		return new RedisIdempotencyStore(factory, DAY, "ms:idem:", Duration.ofSeconds(1));
	}

	@Test
	void aRedisThatEvictsIsFound() {
		this.runner.withBean(IdempotencyStore.class, () -> told(this.factory, "allkeys-lru"))
			.run((context) -> assertThatLooking(this.check, context).fails("maxmemory-policy is allkeys-lru"));
	}

	@Test
	void oneThatEvictsOnlyWhatExpiresIsFound() {
		this.runner.withBean(IdempotencyStore.class, () -> told(this.factory, "volatile-ttl"))
			.run((context) -> assertThatLooking(this.check, context).fails("maxmemory-policy is volatile-ttl"));
	}

	@Test
	void oneThatEvictsNothingPasses() {
		this.runner.withBean(IdempotencyStore.class, () -> told(this.factory, "noeviction"))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void oneThatHasNotToldIsUnknownAndIsNotAsked() {
		given(this.factory.getConnection()).willThrow(new RedisConnectionFailureException("down"));
		this.runner.withBean(IdempotencyStore.class, () -> silent(this.factory)).run((context) -> {
			assertThatLooking(this.check, context).isUnknown();
			then(this.factory).shouldHaveNoInteractions();
		});
	}

	@Test
	void keysThatAreInRedisOnlyIfItEvictsNothingAreNoMatter() {
		this.runner
			.withBean(IdempotencyStore.class,
					() -> new RedisOrMemoryIdempotencyStore(told(this.factory, "allkeys-lru"),
							MemoryStoreCheckTests.memory(), Duration.ofSeconds(1)))
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void withoutRedisThereIsNothingToCheck() {
		this.runner.withClassLoader(new FilteredClassLoader(RedisConnectionFactory.class))
			.withBean(InMemoryIdempotencyStore.class, MemoryStoreCheckTests::memory)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
