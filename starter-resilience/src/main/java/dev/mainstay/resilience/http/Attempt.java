package dev.mainstay.resilience.http;

import java.io.IOException;
import java.util.Objects;

import dev.mainstay.resilience.http.internal.AnswerStatus;
import dev.mainstay.resilience.http.internal.Transmission;
import dev.mainstay.resilience.outgoing.OutgoingEffects;
import dev.mainstay.resilience.policy.AttemptResult;
import dev.mainstay.resilience.policy.CallCourse;
import dev.mainstay.resilience.retry.FailureKind;
import dev.mainstay.resilience.retry.RetryPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;

/**
 * What came of sending a request once.
 *
 * @param response the response, {@code null} if there is none
 * @param status its status, 0 if there is none
 * @param failure why there is no response, {@code null} if there is one
 * @param sending what it was sent under
 */
record Attempt(@Nullable ClientHttpResponse response, int status, @Nullable IOException failure, Sending sending) {

	/**
	 * Send a request once. What it may have done is noted, unless doing it twice would be
	 * the same.
	 */
	static Attempt of(ResilientRequest request, CallCourse course, boolean safeToRepeat) {
		Sending sending = Sending.begin(course);
		Attempt attempt = null;
		try {
			attempt = send(request, course, sending);
			sending.permit().answered(attempt.says());
			return attempt;
		}
		finally {
			sending.returned(attempt != null && attempt.response != null);
			if (!safeToRepeat && mayHaveHadAnEffect(attempt, sending.transmission())) {
				OutgoingEffects.note();
			}
		}
	}

	private static Attempt send(ResilientRequest request, CallCourse course, Sending sending) {
		ClientHttpResponse response = null;
		try {
			response = request.send(sending.transmission(), course);
			return new Attempt(response, response.getStatusCode().value(), null, sending);
		}
		catch (IOException ex) {
			close(response);
			return new Attempt(null, 0, sending.watch().explain(ex), sending);
		}
		catch (RuntimeException ex) {
			close(response);
			return new Attempt(null, 0, sending.watch().explain(ex), sending);
		}
	}

	/** What it says about the other side. A refusal of what was asked is an answer. */
	private AttemptResult says() {
		if (this.failure != null) {
			return this.sending.watch().hasEndedCall() ? this.sending.permit().resultOfCut()
					: (FailureKind.of(this.failure) == null) ? AttemptResult.NOTHING : AttemptResult.FAILURE;
		}
		return AttemptResult.ofStatus(this.status);
	}

	private static boolean mayHaveHadAnEffect(@Nullable Attempt attempt, Transmission transmission) {
		if (attempt == null || attempt.status == 0) {
			return !transmission.neverBegan();
		}
		return AnswerStatus.mayHaveHadAnEffect(attempt.status);
	}

	private static void close(@Nullable ClientHttpResponse response) {
		if (response != null) {
			response.close();
		}
	}

	/** Why the attempt failed, {@code null} if another one would not help. */
	@Nullable FailureKind kind(RetryPolicy retry, boolean safeToRepeat) {
		if (this.failure == null) {
			return retry.kindOf(this.status);
		}
		FailureKind kind = FailureKind.of(this.failure);
		return (kind == FailureKind.NEVER_SENT && !isNeverSent(safeToRepeat)) ? FailureKind.AMBIGUOUS : kind;
	}

	/** Where much depends on it, only what is certain counts. */
	private boolean isNeverSent(boolean safeToRepeat) {
		return safeToRepeat ? !this.sending.transmission().hasBegun() : this.sending.transmission().neverBegan();
	}

	@Nullable String retryAfter() {
		return (this.response != null) ? this.response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER) : null;
	}

	ClientHttpResponse result() throws IOException {
		if (this.failure != null) {
			throw this.failure;
		}
		return this.sending.watched(Objects.requireNonNull(this.response));
	}

	/** The answer for which there will be another one, {@code null} if there is none. */
	@Nullable UnwantedAnswer unwantedAnswer() {
		return (this.response != null) ? new UnwantedAnswer(this.response, this.sending) : null;
	}

}
