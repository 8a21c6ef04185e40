package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import dev.mainstay.resilience.idempotency.KeyedClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Duplicates that wait, the same on both stacks.
 */
public final class WaitingAssertions {

	private final KeyedClient client;

	public WaitingAssertions(KeyedClient client) {
		this.client = client;
	}

	public List<CompletableFuture<Answer>> send(int number, String path, String key) {
		return Stream.generate(() -> this.client.post(path, key, ""))
			.limit(number)
			.map(this.client::sendAsync)
			.toList();
	}

	public static void areOneAnswer(List<CompletableFuture<Answer>> sent) {
		List<Answer> answers = sent.stream().map(CompletableFuture::join).toList();
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.status()).as("%s", answer).isEqualTo(200));
		assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
		assertThat(answers.stream().filter((answer) -> !answer.isReplay())).hasSize(1);
	}

	/** Of those that are over, all were refused, and know when to come again. */
	public static long refused(List<CompletableFuture<Answer>> sent) {
		List<Answer> over = sent.stream()
			.filter(CompletableFuture::isDone)
			.map(CompletableFuture::join)
			.filter((answer) -> answer.status() == 409)
			.toList();
		assertThat(over).allSatisfy((answer) -> {
			assertThat(answer.text()).contains("idempotency-in-progress");
			assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 30);
		});
		return over.size();
	}

	/** The slowest of some calls of another endpoint. */
	public Duration slowest(String path, int calls) {
		this.client.send(this.client.to(path).GET());
		long slowest = 0;
		for (int i = 0; i < calls; i++) {
			long start = System.nanoTime();
			assertThat(this.client.send(this.client.to(path).GET()).status()).isEqualTo(200);
			slowest = Math.max(slowest, System.nanoTime() - start);
		}
		return Duration.ofNanos(slowest);
	}

}
