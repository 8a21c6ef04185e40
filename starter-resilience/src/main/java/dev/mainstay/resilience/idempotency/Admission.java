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
	 * @param route what is done with the keys of its route
	 * @since 0.1.0
	 */
	record Run(OpenClaim claim, RoutePolicy route) implements Admission {

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
	 * @param record the name of the operation that is in the way, {@code null} if there
	 * is none
	 * @since 0.1.0
	 */
	record Refuse(IdempotencyProblem problem, @Nullable Duration retryAfter,
			@Nullable String record) implements Admission {

		/** The member of the answer with which an operator finds the operation. */
		private static final String RECORD = "record";

		/**
		 * Refuse a request that no operation is in the way of, or none that is known yet.
		 * @param problem why
		 * @param retryAfter when it is worth trying again, {@code null} if never
		 */
		public Refuse(IdempotencyProblem problem, @Nullable Duration retryAfter) {
			this(problem, retryAfter, null);
		}

		/**
		 * The same refusal for an operation. Called where the operation is known.
		 * @param recordKey the name of the operation
		 * @return the refusal, which names it if the store holds a record of it
		 */
		public Refuse about(String recordKey) {
			return this.problem.hasRecord() ? new Refuse(this.problem, this.retryAfter, recordKey) : this;
		}

		/**
		 * Refuse a request that the store was not asked about.
		 * @param problem why
		 * @return the refusal
		 */
		public static Refuse now(IdempotencyProblem problem) {
			boolean passes = problem == IdempotencyProblem.STORE_DOWN || problem == IdempotencyProblem.IN_PROGRESS;
			return new Refuse(problem, passes ? Duration.ofSeconds(1) : null);
		}

		/**
		 * The answer.
		 * @param page the path of the page on which the rules are published, from the
		 * root of the server on; {@code null} if there is none
		 * @return the problem, with the headers of the protocol
		 */
		public Problem toProblem(@Nullable String page) {
			Problem answer = toProblem();
			return (page != null && answer.status() < 500)
					? answer.withHeader("Link", "<" + page + ">; rel=\"describedby\"; type=\"text/html\"") : answer;
		}

		/**
		 * The answer, without a link to the rules.
		 * @return the problem, with the headers of the protocol
		 */
		public Problem toProblem() {
			Problem answer = Problem.of(this.problem.code()).withDetail(this.problem.detail());
			if (this.problem == IdempotencyProblem.KEY_REUSED || this.problem == IdempotencyProblem.IN_PROGRESS) {
				answer = answer.withHeader(IdempotencyHeaders.STATUS, this.problem.result().code());
			}
			if (this.record != null) {
				answer = answer.with(RECORD, this.record);
			}
			if (this.retryAfter != null) {
				answer = answer.withHeader("Retry-After", Long.toString(this.retryAfter.toSeconds()));
			}
			return answer;
		}

	}

}
