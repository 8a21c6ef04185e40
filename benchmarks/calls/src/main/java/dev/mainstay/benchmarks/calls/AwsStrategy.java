package dev.mainstay.benchmarks.calls;

import java.util.function.Supplier;

import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/**
 * The retries of the AWS SDK for Java, whose bucket of tokens is refilled by what
 * succeeds.
 */
final class AwsStrategy {

	private final RetryStrategy strategy = DefaultRetryStrategy.standardStrategyBuilder()
		.retryOnException(AttemptFailedException.class)
		.treatAsThrottling((failure) -> false)
		.backoffStrategy(BackoffStrategy.retryImmediately())
		.build();

	Boolean execute(Supplier<Boolean> call) {
		RetryToken token = this.strategy.acquireInitialToken(AcquireInitialTokenRequest.create("dependency")).token();
		while (true) {
			try {
				Boolean result = call.get();
				this.strategy.recordSuccess(RecordSuccessRequest.create(token));
				return result;
			}
			catch (AttemptFailedException ex) {
				token = refreshed(token, ex);
			}
		}
	}

	private RetryToken refreshed(RetryToken token, AttemptFailedException failure) {
		try {
			return this.strategy
				.refreshRetryToken(RefreshRetryTokenRequest.builder().token(token).failure(failure).build())
				.token();
		}
		catch (TokenAcquisitionFailedException ex) {
			throw failure;
		}
	}

}
