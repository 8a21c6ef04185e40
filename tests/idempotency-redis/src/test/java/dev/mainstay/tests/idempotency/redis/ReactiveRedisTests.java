package dev.mainstay.tests.idempotency.redis;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances of a WebFlux service that share a Redis, which freezes.
 */
class ReactiveRedisTests {

	private static final RedisProcess redis = RedisProcess.own();

	private static ConfigurableApplicationContext one;

	private static ConfigurableApplicationContext other;

	private final String key = UUID.randomUUID().toString();

	@BeforeAll
	static void start() {
		String[] arguments = { "--spring.main.web-application-type=reactive",
				"--mainstay.idempotency.routes[/payments]=required" };
		one = ShopApplication.start(redis.port(), arguments);
		other = ShopApplication.start(redis.port(), arguments);
	}

	@AfterAll
	static void stop() {
		one.close();
		other.close();
		redis.close();
	}

	private static HttpResponse<String> send(ConfigurableApplicationContext instance, String path, String key,
			String json) {
		return new Http(ShopApplication.portOf(instance)).post(path, json, "Idempotency-Key", "\"" + key + "\"");
	}

	private static String status(HttpResponse<String> answer) {
		return answer.headers().firstValue("Idempotency-Status").orElse("");
	}

	private static List<HttpResponse<String>> atOnce(int number, IntFunction<HttpResponse<String>> request) {
		List<CompletableFuture<HttpResponse<String>>> running = IntStream.range(0, number)
			.mapToObj((i) -> CompletableFuture.supplyAsync(() -> request.apply(i), (task) -> new Thread(task).start()))
			.toList();
		return running.stream().map(CompletableFuture::join).toList();
	}

	@Test
	void theOtherInstanceReplays() {
		HttpResponse<String> first = send(one, "/orders", this.key, "{}");
		HttpResponse<String> second = send(other, "/orders", this.key, "{}");
		assertThat(status(first)).isEqualTo("created");
		assertThat(status(second)).isEqualTo("replayed");
		assertThat(second.statusCode()).isEqualTo(201);
		assertThat(second.body()).isEqualTo(first.body());
		assertThat(second.headers().firstValue("Content-Type")).isEqualTo(first.headers().firstValue("Content-Type"));
		assertThat(send(other, "/orders", this.key, "{\"other\":1}").statusCode()).isEqualTo(422);
	}

	@Test
	void ofEightSimultaneousRequestsOneRuns() {
		List<HttpResponse<String>> answers = atOnce(8,
				(i) -> send((i % 2 == 0) ? one : other, "/orders?ms=1000", this.key, "{}"));
		assertThat(answers.stream().map(HttpResponse::statusCode).sorted()).containsExactly(201, 409, 409, 409, 409,
				409, 409, 409);
	}

	@Test
	void aRedisThatHangsHoldsUpNobodyForLongerThanItsTime() {
		send(one, "/orders", this.key, "{}");
		redis.freeze();
		try {
			long begin = System.nanoTime();
			List<HttpResponse<String>> answers = atOnce(100,
					(i) -> send(one, (i % 2 == 0) ? "/orders" : "/payments", this.key + i, "{}"));
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
			assertThat(answers.stream().filter((it) -> it.statusCode() == 503)).hasSize(50);
			assertThat(answers.stream().filter((it) -> "unprotected".equals(status(it)))).hasSize(50);
		}
		finally {
			redis.thaw();
		}
		assertThat(status(send(one, "/orders", this.key, "{}"))).isEqualTo("replayed");
	}

}
