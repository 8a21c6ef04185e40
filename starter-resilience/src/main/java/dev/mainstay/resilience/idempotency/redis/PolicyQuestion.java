package dev.mainstay.resilience.idempotency.redis;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Redis for its eviction policy while the application goes on starting: where none
 * runs, the application starts as it does without us. Asked once; thread-safe.
 */
final class PolicyQuestion {

	private static final Logger logger = LoggerFactory.getLogger(PolicyQuestion.class);

	private final CompletableFuture<Optional<String>> answer = new CompletableFuture<>();

	private final Thread thread;

	PolicyQuestion(RedisIdempotencyStore store) {
		this.thread = new Thread(() -> this.answer.complete(ask(store)), "mainstay-idempotency-redis");
		this.thread.setDaemon(true);
		this.thread.start();
	}

	private static Optional<String> ask(RedisIdempotencyStore store) {
		try {
			return store.evictionPolicy();
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("Redis was asked for its eviction policy and did not answer", ex);
			return Optional.empty();
		}
	}

	/**
	 * Wait for the answer.
	 * @param patience how long at most
	 * @return the policy, empty if Redis does not tell; {@code null} if it is not known
	 * yet
	 */
	@Nullable Optional<String> await(Duration patience) {
		try {
			return this.answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
		catch (ExecutionException | TimeoutException ex) {
			return null;
		}
	}

	/** Nobody needs to know any more. */
	void close() {
		this.thread.interrupt();
	}

}
