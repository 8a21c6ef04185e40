package dev.mainstay.resilience.http.reactive;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import dev.mainstay.resilience.http.internal.AnswerStatus;
import dev.mainstay.resilience.policy.AttemptResult;
import dev.mainstay.resilience.retry.FailureKind;
import dev.mainstay.resilience.retry.RetryPolicy;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ClientHttpResponse;

/**
 * What came of sending a request once.
 *
 * @param answer the answer, {@code null} if there is none
 * @param status its status, 0 if there is none
 * @param failure why there is no answer, {@code null} if there is one
 * @param sending what it was sent under
 */
record Outcome(@Nullable ReactiveAnswer answer, int status, @Nullable Throwable failure, Sending sending) {

	static Outcome of(ClientHttpResponse response, Sending sending) {
		return new Outcome(new ReactiveAnswer(response, sending), response.getStatusCode().value(), null, sending);
	}

	static Outcome of(Throwable failure, Sending sending) {
		return new Outcome(null, 0, failure, sending);
	}

	/** What it says about the other side. */
	AttemptResult says(Recording recording) {
		if (this.failure == null) {
			return AttemptResult.ofStatus(this.status);
		}
		if (this.sending.hasEndedCall()) {
			return this.sending.permit().resultOfCut();
		}
		return (kindOf(this.failure, recording) == null) ? AttemptResult.NOTHING : AttemptResult.FAILURE;
	}

	boolean mayHaveHadAnEffect() {
		return (this.status == 0) ? !this.sending.transmission().neverBegan()
				: AnswerStatus.mayHaveHadAnEffect(this.status);
	}

	/** Why the attempt failed, {@code null} if another one would not help. */
	@Nullable FailureKind kind(RetryPolicy retry, Recording recording, boolean safeToRepeat) {
		if (this.failure == null) {
			return retry.kindOf(this.status);
		}
		FailureKind kind = kindOf(this.failure, recording);
		return (kind == FailureKind.NEVER_SENT && !isNeverSent(safeToRepeat)) ? FailureKind.AMBIGUOUS : kind;
	}

	/** Where much depends on it, only what is certain counts. */
	private boolean isNeverSent(boolean safeToRepeat) {
		return safeToRepeat ? !this.sending.transmission().hasBegun() : this.sending.transmission().neverBegan();
	}

	/** Netty's own exceptions are not all those of a connection to the JDK. */
	private static @Nullable FailureKind kindOf(Throwable failure, Recording recording) {
		if (recording.isFailureOfApplication(failure)) {
			return null;
		}
		if (failure instanceof IOException io) {
			return FailureKind.of(io);
		}
		String type = failure.getClass().getName();
		boolean ofTransport = failure instanceof TimeoutException || type.startsWith("io.netty.")
				|| type.startsWith("reactor.netty.");
		return ofTransport ? FailureKind.of(new IOException(failure)) : null;
	}

	@Nullable String retryAfter() {
		return (this.answer != null) ? this.answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER) : null;
	}

	/** What the application gets. */
	Mono<ClientHttpResponse> result() {
		if (this.failure != null) {
			return Mono.error(this.failure);
		}
		return Mono.justOrEmpty((this.answer != null) ? this.answer.handedOut() : null);
	}

}
