package dev.mainstay.tests.idempotency.redis;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

import dev.mainstay.tests.harness.Await;
import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Redis dies and freezes, and the service goes on.
 */
class RedisFailureTests {

	/** The time-out of the store is a second; the rest is what a request takes here. */
	private static final Duration BOUND = Duration.ofMillis(1900);

	private final RedisProcess redis = RedisProcess.own();

	private ConfigurableApplicationContext service = ShopApplication.start(this.redis.port());

	@AfterEach
	void stop() {
		ShopApplication.during = () -> {
		};
		this.service.close();
		this.redis.close();
	}

	@Test
	void withoutRedisARequestRunsUnprotectedAndIsProtectedAgainWhenItIsBack() {
		assertThat(statusOf(order())).isEqualTo("created");
		this.redis.kill();
		HttpResponse<String> answer = order();
		assertThat(answer.statusCode()).isEqualTo(201);
		assertThat(statusOf(answer)).isEqualTo("unprotected");
		this.redis.start();
		Await.until(() -> assertThat(statusOf(order())).isEqualTo("created"));
	}

	@Test
	void withoutRedisAClosedServiceRefusesAndRunsNothing() {
		try (ConfigurableApplicationContext closed = ShopApplication.start(this.redis.port(),
				"--mainstay.idempotency.when-down=closed")) {
			assertThat(order(closed).statusCode()).isEqualTo(201);
			int before = closed.getBean(ShopApplication.class).executions();
			this.redis.kill();
			HttpResponse<String> answer = order(closed);
			assertThat(answer.statusCode()).isEqualTo(503);
			assertThat(answer.body()).contains("\"code\":\"idempotency-store-unavailable\"");
			assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(5);
			assertThat(closed.getBean(ShopApplication.class).executions()).isEqualTo(before);
		}
	}

	@Test
	void whenRedisDiesBeforeTheEndIsRecordedTheClientGetsItsAnswer() {
		order();
		ShopApplication.during = this.redis::kill;
		HttpResponse<String> answer = order();
		assertThat(answer.statusCode()).isEqualTo(201);
		assertThat(answer.body()).contains("number");
	}

	@Test
	void aFrozenRedisHoldsUpARequestForASecondAtMost() {
		order();
		this.redis.freeze();
		long begin = System.nanoTime();
		HttpResponse<String> answer = order();
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(BOUND);
		assertThat(answer.statusCode()).isEqualTo(201);
		assertThat(statusOf(answer)).isEqualTo("unprotected");
		this.redis.thaw();
		Await.until(() -> assertThat(statusOf(order())).isEqualTo("created"));
	}

	@Test
	void oneThatFreezesBeforeTheEndIsRecordedHoldsUpTheAnswerForASecondAtMost() {
		order();
		ShopApplication.during = this.redis::freeze;
		long begin = System.nanoTime();
		HttpResponse<String> answer = order();
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(BOUND);
		assertThat(answer.statusCode()).isEqualTo(201);
		this.redis.thaw();
	}

	private HttpResponse<String> order() {
		return order(this.service);
	}

	private static HttpResponse<String> order(ConfigurableApplicationContext service) {
		return new Http(ShopApplication.portOf(service)).post("/orders", "{}", "Idempotency-Key",
				UUID.randomUUID().toString());
	}

	private static String statusOf(HttpResponse<String> answer) {
		return answer.headers().firstValue("Idempotency-Status").orElse("none");
	}

}
