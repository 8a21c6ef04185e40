package dev.mainstay.resilience.idempotency.hardening;

import java.time.Duration;

import javax.sql.DataSource;

import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.InMemoryIdempotencyStore;
import dev.mainstay.resilience.idempotency.Retention;
import dev.mainstay.resilience.idempotency.redis.RedisIdempotencyStore;
import dev.mainstay.resilience.idempotency.redis.RedisOrMemoryIdempotencyStore;
import net.javacrumbs.shedlock.core.LockProvider;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.ReactiveMapSessionRepository;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.SessionRepository;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class MemoryStoreCheckTests {

	private static final String KUBERNETES = "spring.main.cloud-platform=kubernetes";

	private static final String STORE = "mainstay.idempotency.store=";

	private final MemoryStoreCheck check = new MemoryStoreCheck();

	private final ApplicationContextRunner bare = new ApplicationContextRunner()
		.withPropertyValues("mainstay.hardening.production=true", "spring.main.cloud-platform=none");

	private final ApplicationContextRunner runner = this.bare.withBean(InMemoryIdempotencyStore.class,
			MemoryStoreCheckTests::memory);

	static InMemoryIdempotencyStore memory() {
		return new InMemoryIdempotencyStore(new Retention(Duration.ofHours(24), Duration.ofHours(24)), 10, 10_000,
				System::nanoTime);
	}

	private static RedisOrMemoryIdempotencyStore choosing(String policy) {
		RedisIdempotencyStore redis = EvictionPolicyCheckTests.told(mock(RedisConnectionFactory.class), policy);
		RedisOrMemoryIdempotencyStore store = new RedisOrMemoryIdempotencyStore(redis, memory(), Duration.ofSeconds(9));
		assertThat(store.chosen()).isPresent();
		return store;
	}

	@Test
	void memoryOnAPlatformThatRunsSeveralInstancesIsFound() {
		this.runner.withPropertyValues(KUBERNETES)
			.run((context) -> assertThatLooking(this.check, context).fails("there is the platform KUBERNETES"));
	}

	@Test
	void soIsMemoryThatSomebodyAskedFor() {
		this.runner.withPropertyValues(KUBERNETES, STORE + "memory")
			.run((context) -> assertThatLooking(this.check, context).fails("there is the platform KUBERNETES")
				.at("test"));
	}

	@Test
	void sessionsThatAreSharedAreASign() {
		this.runner.withBean(SessionRepository.class, () -> new SessionRepository() {
		}).run((context) -> assertThatLooking(this.check, context).fails("a store of sessions for several instances"));
		this.runner.withBean(ReactiveSessionRepository.class, () -> new ReactiveSessionRepository() {
		}).run((context) -> assertThatLooking(this.check, context).fails("a store of sessions for several instances"));
	}

	@Test
	void sessionsOfTheProcessAreNone() {
		this.runner.withBean(MapSessionRepository.class)
			.withBean(ReactiveMapSessionRepository.class)
			.run((context) -> assertThatLooking(this.check, context).passesSeeing("no sign of a second instance"));
	}

	@Test
	void locksBetweenInstancesAreASign() {
		this.runner.withBean(LockProvider.class, () -> new LockProvider() {
		}).run((context) -> assertThatLooking(this.check, context).fails("a lock between instances (ShedLock)"));
	}

	@Test
	void aDatabaseThatIsNotUsedIsFound() {
		this.runner.withBean(DataSource.class, () -> mock(DataSource.class))
			.run((context) -> assertThatLooking(this.check, context).fails("there is a database"));
	}

	@Test
	void aDatabaseBesideMemoryThatSomebodyAskedForIsNot() {
		this.runner.withBean(DataSource.class, () -> mock(DataSource.class))
			.withPropertyValues(STORE + "memory")
			.run((context) -> assertThatLooking(this.check, context).passesSeeing("no sign of a second instance"));
	}

	@Test
	void aRedisThatEvictsIsFound() {
		this.bare.withBean(IdempotencyStore.class, () -> choosing("allkeys-lfu"))
			.run((context) -> assertThatLooking(this.check, context).fails("maxmemory-policy is allkeys-lfu"));
	}

	@Test
	void aRedisThatIsUsedIsNot() {
		this.bare.withPropertyValues(KUBERNETES)
			.withBean(IdempotencyStore.class, () -> choosing("noeviction"))
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void memoryWithNothingBesideItPasses() {
		this.runner.run((context) -> assertThatLooking(this.check, context).passesSeeing("no sign"));
	}

	@Test
	void aStoreOfTheApplicationIsNoMatter() {
		this.bare.withPropertyValues(KUBERNETES)
			.withBean(IdempotencyStore.class, () -> mock(IdempotencyStore.class))
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void onADeskThereIsNothingToCheck() {
		this.runner.withPropertyValues(KUBERNETES, "mainstay.hardening.production=false")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
