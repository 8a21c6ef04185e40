package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.mainstay.resilience.idempotency.KeyedClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Duplicates that wait for the answer of the first request.
 */
public abstract class AbstractIdempotencyWaitingIntegrationTests {

	private final String key = KeyedClient.freshKey();

	private final String gate = UUID.randomUUID().toString();

	private WaitingAssertions waiting;

	protected abstract KeyedServer server();

	@BeforeEach
	void reset() {
		server().reset();
		this.waiting = new WaitingAssertions(server().client());
		Failing.reset();
	}

	private String slow() {
		return "/slow?gate=" + this.gate;
	}

	private CompletableFuture<Answer> first() throws InterruptedException {
		CompletableFuture<Answer> first = server().client().sendAsync(server().client().post(slow(), this.key, ""));
		assertThat(server().isEntered()).isTrue();
		return first;
	}

	@Test
	void simultaneousDuplicatesGetTheSameAnswer() throws InterruptedException {
		List<CompletableFuture<Answer>> all = this.waiting.send(10, slow(), this.key);
		assertThat(server().isEntered()).isTrue();
		Thread.sleep(300);
		assertThat(all).noneMatch(CompletableFuture::isDone);
		server().open(this.gate);
		WaitingAssertions.areOneAnswer(all);
		assertThat(server().executions()).isEqualTo(1);
	}

	@Test
	void waitersLeaveTheServiceUsableAndExcessIsRefusedAtOnce() throws InterruptedException {
		CompletableFuture<Answer> first = first();
		List<CompletableFuture<Answer>> duplicates = this.waiting.send(60, slow(), this.key);
		await().until(() -> WaitingAssertions.refused(duplicates) == 48);
		Duration slowest = this.waiting.slowest("/orders", 50);
		assertThat(first).isNotDone();
		server().open(this.gate);
		assertThat(duplicates.stream().map(CompletableFuture::join).filter(Answer::isReplay)).hasSize(12);
		assertThat(first.join().status()).isEqualTo(200);
		assertThat(server().executions()).isEqualTo(1);
		assertThat(slowest).isLessThan(Duration.ofSeconds(2));
	}

	@Test
	void oneWaiterTakesOverWhatHasFailed() {
		List<CompletableFuture<Answer>> all = this.waiting.send(6, "/failing", this.key);
		List<Answer> answers = all.stream().map(CompletableFuture::join).toList();
		assertThat(answers.stream().filter((answer) -> answer.status() == 500)).hasSize(1);
		assertThat(answers.stream().filter((answer) -> answer.status() == 200)).hasSize(5);
		assertThat(answers.stream().filter(Answer::isReplay)).hasSize(4);
		assertThat(Failing.executions).hasValue(2);
		assertThat(Failing.mostAtOnce).hasValue(1);
	}

	@RestController
	@RequestMapping("/failing")
	protected static class Failing {

		private static final AtomicInteger executions = new AtomicInteger();

		private static final AtomicInteger running = new AtomicInteger();

		private static final AtomicInteger mostAtOnce = new AtomicInteger();

		static void reset() {
			executions.set(0);
			mostAtOnce.set(0);
		}

		@PostMapping
		CompletableFuture<String> failing() {
			int number = executions.incrementAndGet();
			mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
			return CompletableFuture.supplyAsync(() -> {
				running.decrementAndGet();
				if (number == 1) {
					throw new IllegalStateException("the first one");
				}
				return "done " + number;
			}, CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
		}

	}

}
