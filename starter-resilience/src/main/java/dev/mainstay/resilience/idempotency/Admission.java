package dev.mainstay.resilience.idempotency;

import java.time.Duration;

import dev.mainstay.core.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a request that carries a key.
 *
 * @since 0.1.0
 */
public sealed interface Admission {

	/**
	 * Run it, and settle the claim when it has ended.
	 *
	 * @param claim the claim
	 * @since 0.1.0
	 */
	record Run(OpenClaim claim) implements Admission {

	}

	/**
	 * Run it without protection.
	 *
	 * @since 0.1.0
	 */
	record Unprotected() implements Admission {

	}

	/**
	 * Answer it with what was stored.
	 *
	 * @param response the stored answer
	 * @since 0.1.0
	 */
	record Replay(StoredResponse response) implements Admission {

	}

	/**
	 * Refuse it.
	 *
	 * @param problem why
	 * @param retryAfter when it is worth trying again, {@code null} if never
	 * @since 0.1.0
	 */
	record Refuse(IdempotencyProblem problem, @Nullable Duration retryAfter) implements Admission {

		/**
		 * The answer.
		 * @return the problem, with the headers of the protocol
		 */
		public Problem toProblem() {
			Problem answer = Problem.of(this.problem.code()).withDetail(this.problem.detail());
			if (this.problem == IdempotencyProblem.KEY_REUSED || this.problem == IdempotencyProblem.IN_PROGRESS) {
				answer = answer.withHeader(IdempotencyHeaders.STATUS, this.problem.result().code());
			}
			if (this.retryAfter != null) {
				answer = answer.withHeader("Retry-After", Long.toString(this.retryAfter.toSeconds()));
			}
			return answer;
		}

	}

}
