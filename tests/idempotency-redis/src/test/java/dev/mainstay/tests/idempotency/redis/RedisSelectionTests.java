package dev.mainstay.tests.idempotency.redis;

import java.time.Duration;
import java.util.Optional;

import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.InMemoryIdempotencyStore;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.autoconfigure.IdempotencyAutoConfiguration;
import dev.mainstay.resilience.idempotency.autoconfigure.RedisIdempotencyAutoConfiguration;
import dev.mainstay.resilience.idempotency.redis.RedisIdempotencyStore;
import dev.mainstay.resilience.idempotency.redis.RedisOrMemoryIdempotencyStore;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Which store is taken.
 */
class RedisSelectionTests {

	private static final String STORE = "mainstay.idempotency.store=";

	private static final String PORT = "spring.data.redis.port=";

	private static final AutoConfigurations OURS = AutoConfigurations.of(IdempotencyAutoConfiguration.class,
			RedisIdempotencyAutoConfiguration.class, DataRedisAutoConfiguration.class);

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner().withConfiguration(OURS)
		.withPropertyValues("spring.data.redis.host=127.0.0.1", PORT + RedisProcess.shared().port());

	@Test
	void redisThatEvictsNothingIsTaken() {
		this.runner.run((context) -> assertThat(chosen(context)).containsInstanceOf(RedisIdempotencyStore.class));
	}

	@Test
	void redisThatEvictsIsNot() {
		try (RedisProcess cache = RedisProcess.own("--maxmemory-policy", "volatile-lru", "--maxmemory", "100mb")) {
			this.runner.withPropertyValues(PORT + cache.port()).run((context) -> {
				assertThat(chosen(context)).containsInstanceOf(InMemoryIdempotencyStore.class);
				assertThat(context.getBean(RedisOrMemoryIdempotencyStore.class).evictionPolicy())
					.hasValue("volatile-lru");
			});
		}
	}

	@Test
	void redisThatDoesNotTellIsNot() {
		try (RedisProcess strict = RedisProcess.own("--rename-command", "INFO", "", "--rename-command", "CONFIG", "")) {
			this.runner.withPropertyValues(PORT + strict.port())
				.run((context) -> assertThat(chosen(context)).containsInstanceOf(InMemoryIdempotencyStore.class));
		}
	}

	@Test
	void redisThatIsDownIsNot() {
		this.runner.withPropertyValues(PORT + RedisProcess.freePort())
			.run((context) -> assertThat(chosen(context)).containsInstanceOf(InMemoryIdempotencyStore.class));
	}

	@Test
	void redisThatIsFrozenDoesNotHoldUpTheStart() {
		this.runner.run((context) -> assertThat(context).hasNotFailed());
		try (RedisProcess frozen = RedisProcess.own()) {
			frozen.freeze();
			long begin = System.nanoTime();
			this.runner.withPropertyValues(PORT + frozen.port()).run((context) -> {
				assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
				assertThat(chosen(context)).containsInstanceOf(InMemoryIdempotencyStore.class);
			});
		}
	}

	@Test
	void redisThatWasAskedForIsTakenEvenIfItIsDown() {
		this.runner.withPropertyValues(STORE + "redis", PORT + RedisProcess.freePort())
			.run((context) -> assertThat(context.getBean(IdempotencyStore.class))
				.isInstanceOf(RedisIdempotencyStore.class));
	}

	@Test
	void memoryThatWasAskedForIsTaken() {
		this.runner.withPropertyValues(STORE + "memory")
			.run((context) -> assertThat(context.getBean(IdempotencyStore.class))
				.isInstanceOf(InMemoryIdempotencyStore.class));
	}

	@Test
	void whenRedisWasAskedForAndThereIsNoneTheStartFailsWithASentence() {
		new WebApplicationContextRunner().withConfiguration(OURS)
			.withClassLoader(new FilteredClassLoader(RedisConnectionFactory.class))
			.withPropertyValues(STORE + "redis")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("mainstay.idempotency.store is")
				.hasMessageContaining("is not on the class path")
				.hasMessageContaining("Add spring-boot-starter-data-redis"));
		new WebApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(IdempotencyAutoConfiguration.class, RedisIdempotencyAutoConfiguration.class))
			.withPropertyValues(STORE + "redis")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("mainstay.idempotency.store is")
				.hasMessageContaining("there is no RedisConnectionFactory"));
	}

	@Test
	void withoutSpringDataRedisKeysAreInMemory() {
		this.runner.withClassLoader(new FilteredClassLoader(RedisConnectionFactory.class))
			.run((context) -> assertThat(context).hasSingleBean(InMemoryIdempotencyStore.class));
	}

	@Test
	void aStoreOfTheApplicationWins() {
		IdempotencyStore own = mock(IdempotencyStore.class);
		this.runner.withBean(IdempotencyStore.class, () -> own)
			.run((context) -> assertThat(context.getBean(IdempotencyStore.class)).isSameAs(own));
	}

	@Test
	void aFactoryThatIsNoneIsNoReasonToFail() {
		this.runner.withBean(RedisConnectionFactory.class, () -> mock(RedisConnectionFactory.class))
			.run((context) -> assertThat(chosen(context)).containsInstanceOf(InMemoryIdempotencyStore.class));
	}

	@Test
	void thePrefixAndTheTimesReachRedis() {
		this.runner
			.withPropertyValues(STORE + "redis", "mainstay.idempotency.redis.key-prefix=shop:",
					"mainstay.idempotency.ttl=2h")
			.run((context) -> {
				context.getBean(IdempotencyStore.class)
					.claim(new Operation("prefixed", "a", "b"), Duration.ofSeconds(9));
				Long seconds = context.getBean(StringRedisTemplate.class).getExpire("shop:prefixed");
				assertThat(seconds).isBetween(7190L, 7209L);
			});
	}

	private static Optional<IdempotencyStore> chosen(ApplicationContext context) {
		RedisOrMemoryIdempotencyStore store = (RedisOrMemoryIdempotencyStore) context.getBean(IdempotencyStore.class);
		return store.chosen(Duration.ofSeconds(20));
	}

}
