package dev.mainstay.tests.resilience4j;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Await;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application with annotations of Resilience4j, of Spring and of Spring Retry around
 * its calls: they do what they did, their meters and endpoints say what they said, and
 * the other side is called as often as it was.
 */
class OwnProtectionTests {

	private static final String[] ARGUMENTS = { "--resilience4j.retry.instances.stock.max-attempts=3",
			"--resilience4j.retry.instances.stock.wait-duration=1ms",
			"--resilience4j.circuitbreaker.configs.default.sliding-window-size=4",
			"--resilience4j.circuitbreaker.configs.default.minimum-number-of-calls=4",
			"--resilience4j.circuitbreaker.configs.default.register-health-indicator=true",
			"--resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state=60s",
			"--resilience4j.circuitbreaker.instances.stock.base-config=default",
			"--resilience4j.circuitbreaker.instances.guarded.base-config=default",
			"--resilience4j.bulkhead.instances.stock.max-concurrent-calls=1",
			"--resilience4j.ratelimiter.instances.stock.limit-for-period=2",
			"--resilience4j.ratelimiter.instances.stock.limit-refresh-period=60s",
			"--resilience4j.ratelimiter.instances.stock.timeout-duration=0s",
			"--management.endpoints.web.exposure.include=*", "--management.health.circuitbreakers.enabled=true",
			"--management.endpoint.health.show-details=always" };

	private final Stub stub = Stub.start();

	@AfterEach
	void stop() throws InterruptedException {
		this.stub.close();
	}

	@Test
	void retriesOfTheApplicationAreTheOnlyOnes() {
		assertThat(both("/retry/GET/503", "/retry/POST/503", "/decorated/GET/503", "/retryable/GET/503",
				"/retryable/POST/503", "/spring-retry/GET/503", "/spring-retry/POST/503",
				"/beside-spring-retry/GET/503"))
			.containsExactly("ServiceUnavailable in 3 calls", "ServiceUnavailable in 3 calls",
					"ServiceUnavailable in 3 calls", "ServiceUnavailable in 3 calls", "ServiceUnavailable in 3 calls",
					"ServiceUnavailable in 4 calls", "ServiceUnavailable in 4 calls", "ServiceUnavailable in 1 calls");
	}

	/**
	 * Only the thread of the call can be looked at: that of a future has nobody around
	 * it, and so both repeat the call, within the budget of three.
	 */
	@Test
	void aRetryAroundAFutureIsNotNoticed() {
		assertThat(World.both().map((world) -> {
			try (WorldApplication application = start(world)) {
				return ask(application.http(), "/future/GET/503") + ", then "
						+ ask(application.http(), "/future/GET/503");
			}
		})).containsExactly("CompletionException in 3 calls, then CompletionException in 3 calls",
				"CompletionException in 6 calls, then CompletionException in 3 calls");
	}

	@Test
	void nothingElseIsTakenForARetry() {
		try (WorldApplication application = start(World.hardened())) {
			assertThat(ask(application.http(), "/unprotected/GET/503")).isEqualTo("ServiceUnavailable in 3 calls");
		}
	}

	@Test
	void breakersAndLimitersOfTheApplicationCountWhatTheyCounted() {
		assertThat(both("/retry-and-breaker/GET/503?times=6", "/breaker/POST/503?times=6",
				"/rate-limiter/POST/503?times=4", "/bulkhead/POST/200?times=2", "/limited/POST/503?times=2"))
			.containsExactly("-1 -1 -1 -1 -1 -1 in 4 calls", "-1 -1 -1 -1 -1 -1 in 4 calls",
					"ServiceUnavailable ServiceUnavailable RequestNotPermitted RequestNotPermitted in 2 calls",
					"200 200 in 2 calls", "ServiceUnavailable ServiceUnavailable in 2 calls");
	}

	/** What is repeated within it is one call to it, with the last answer. */
	@Test
	void aBreakerWithoutARetryCountsACallOnce() {
		List<List<String>> seen = World.both().map((world) -> {
			try (WorldApplication application = start(world)) {
				assertThat(ask(application.http(), "/breaker/GET/503?times=6"))
					.isEqualTo("-1 -1 -1 -1 -1 -1 in " + ((world == World.bare()) ? 4 : 7) + " calls");
				return new ActuatorView(application.http()).lines();
			}
		}).toList();
		assertThat(seen.get(1)).isEqualTo(seen.get(0));
	}

	@Test
	void aBulkheadOfTheApplicationHasAsManyPlaces() {
		assertThat(World.both().map((world) -> {
			try (WorldApplication application = start(world)) {
				return whileOneIsHeld(application.http());
			}
		})).containsOnly("BulkheadFullException, then 200 in 1 calls");
	}

	private String whileOneIsHeld(Http http) {
		this.stub.take();
		CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> http.get("/bulkhead/GET/held").body());
		Await.until(() -> assertThat(this.stub.calls()).isEqualTo(1));
		String second = http.get("/bulkhead/GET/held").body();
		this.stub.letGo();
		return second + ", then " + first.join() + " in " + this.stub.take() + " calls";
	}

	@Test
	void metersAndEndpointsSayWhatTheySaid() {
		List<List<String>> seen = World.both().map((world) -> {
			try (WorldApplication application = start(world)) {
				Http http = application.http();
				Stream
					.of("/retry/GET/503", "/retry/GET/200", "/retry-and-breaker/GET/503?times=6",
							"/breaker/POST/503?times=2", "/bulkhead/GET/200", "/rate-limiter/POST/200?times=3")
					.forEach((path) -> ask(http, path));
				return new ActuatorView(http).lines();
			}
		}).toList();
		assertThat(seen.get(0)).hasSizeGreaterThan(60).anySatisfy((line) -> assertThat(line).contains("OPEN"));
		assertThat(seen.get(1)).isEqualTo(seen.get(0));
	}

	private List<String> both(String... paths) {
		List<List<String>> outcomes = World.both().map((world) -> {
			try (WorldApplication application = start(world)) {
				return Stream.of(paths).map((path) -> ask(application.http(), path)).toList();
			}
		}).toList();
		assertThat(outcomes.get(1)).isEqualTo(outcomes.get(0));
		return outcomes.get(1);
	}

	private WorldApplication start(World world) {
		return world.start(ProtectedApplication.class,
				Stream.concat(Stream.of(ARGUMENTS), Stream.of("--stock.url=" + this.stub.url()))
					.toArray(String[]::new));
	}

	private String ask(Http http, String path) {
		this.stub.take();
		return http.get(path).body() + " in " + this.stub.take() + " calls";
	}

}
