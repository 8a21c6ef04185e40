package dev.mainstay.benchmarks.calls;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts at the dependency what a real client makes of 200 requests a second.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HttpAmplificationTests {

	private static final int REQUESTS = 2000;

	private static final long PAUSE = Duration.ofSeconds(1).toNanos() / 200;

	/** At the end of the run a window may have begun, and the backoff outlasts it. */
	private static final int SLACK = 10;

	@Test
	void aDependencyThatIsWellGetsEveryRequestOnce() throws InterruptedException {
		Outcome outcome = run((number) -> false);
		assertThat(outcome).isEqualTo(new Outcome(REQUESTS, REQUESTS));
	}

	@Test
	void aDeadDependencyGetsATenthMore() throws InterruptedException {
		Outcome outcome = run((number) -> true);
		assertThat(outcome.successes()).isZero();
		assertThat(outcome.calls()).isGreaterThan(REQUESTS + REQUESTS / 20)
			.isLessThanOrEqualTo(REQUESTS + REQUESTS / 10 + SLACK);
	}

	/**
	 * Two thousand are few: by chance alone it may be half of a hundredth fewer than 98
	 * %.
	 */
	@Test
	void mostOfATenthIsRepaired() throws InterruptedException {
		Random random = new Random(42);
		Outcome outcome = run((number) -> {
			synchronized (random) {
				return random.nextInt(10) == 0;
			}
		});
		assertThat(outcome.successes()).isGreaterThan(REQUESTS * 97 / 100);
		assertThat(outcome.calls()).isLessThanOrEqualTo(REQUESTS + REQUESTS / 10 + SLACK);
	}

	private static Outcome run(LongPredicate failing) throws InterruptedException {
		ExecutorService callers = Executors.newCachedThreadPool();
		AtomicInteger successes = new AtomicInteger();
		try (Stub stub = Stub.failing(failing);
				ConfigurableApplicationContext application = ClientApplication.start(true, "jdk")) {
			RestClient client = application.getBean(RestClient.Builder.class).build();
			long start = System.nanoTime();
			for (int i = 0; i < REQUESTS; i++) {
				waitUntil(start + i * PAUSE);
				callers.execute(() -> successes.addAndGet(isAnswered(client, stub.url()) ? 1 : 0));
			}
			callers.shutdown();
			assertThat(callers.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
			return new Outcome(stub.calls(), successes.get());
		}
		finally {
			callers.shutdownNow();
		}
	}

	private static void waitUntil(long nanos) {
		for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

	private static boolean isAnswered(RestClient client, String url) {
		HttpStatusCode status = client.get().uri(url).exchange((request, response) -> response.getStatusCode());
		return status != null && status.is2xxSuccessful();
	}

	private record Outcome(long calls, long successes) {
	}

}
