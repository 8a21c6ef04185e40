package dev.mainstay.tests.idempotency.redis;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances of a service that share a Redis.
 */
class TwoInstancesTests {

	private static ConfigurableApplicationContext one;

	private static ConfigurableApplicationContext other;

	private final String key = UUID.randomUUID().toString();

	@BeforeAll
	static void start() {
		one = ShopApplication.start(RedisProcess.shared().port());
		other = ShopApplication.start(RedisProcess.shared().port());
	}

	@AfterAll
	static void stop() {
		one.close();
		other.close();
	}

	@Test
	void theOtherInstanceReplays() {
		HttpResponse<String> first = order(one, "/orders", "{}");
		HttpResponse<String> second = order(other, "/orders", "{}");
		assertThat(first.headers().firstValue("Idempotency-Status")).hasValue("created");
		assertThat(second.headers().firstValue("Idempotency-Status")).hasValue("replayed");
		assertThat(second.statusCode()).isEqualTo(201);
		assertThat(second.body()).isEqualTo(first.body());
		assertThat(order(other, "/orders", "{\"other\":1}").statusCode()).isEqualTo(422);
	}

	@Test
	void ofEightSimultaneousRequestsOneRuns() {
		int before = executions();
		List<CompletableFuture<HttpResponse<String>>> running = IntStream.range(0, 8)
			.mapToObj((i) -> CompletableFuture.supplyAsync(
					() -> order((i % 2 == 0) ? one : other, "/orders?ms=1000", "{}"),
					(task) -> new Thread(task).start()))
			.toList();
		List<Integer> statuses = running.stream().map((it) -> it.join().statusCode()).sorted().toList();
		assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
		assertThat(executions() - before).isEqualTo(1);
	}

	@Test
	void whatStandsInRedisTellsNoKey() {
		order(one, "/orders", "{}");
		StringRedisTemplate redis = RedisProcess.shared().commands();
		assertThat(redis.keys("*" + this.key + "*")).isEmpty();
		assertThat(redis.keys(RedisProcess.PREFIX + "*")).isNotEmpty();
	}

	private static int executions() {
		return one.getBean(ShopApplication.class).executions() + other.getBean(ShopApplication.class).executions();
	}

	private HttpResponse<String> order(ConfigurableApplicationContext instance, String path, String json) {
		return new Http(ShopApplication.portOf(instance)).post(path, json, "Idempotency-Key", "\"" + this.key + "\"");
	}

}
