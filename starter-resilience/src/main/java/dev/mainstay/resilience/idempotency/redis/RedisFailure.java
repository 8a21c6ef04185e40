package dev.mainstay.resilience.idempotency.redis;

import org.jspecify.annotations.Nullable;

/**
 * Tells the errors of Redis apart, which have no type in any client, but a first word.
 */
final class RedisFailure {

	private RedisFailure() {
	}

	static boolean says(Throwable failure, String word) {
		@Nullable Throwable cause = failure;
		for (int depth = 0; cause != null && depth < 10; depth++) {
			if (cause.getMessage() != null && cause.getMessage().contains(word)) {
				return true;
			}
			cause = cause.getCause();
		}
		return false;
	}

}
