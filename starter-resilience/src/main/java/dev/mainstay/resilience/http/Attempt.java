package dev.mainstay.resilience.http;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;

import dev.mainstay.resilience.http.internal.Transmission;
import dev.mainstay.resilience.outgoing.OutgoingEffects;
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
 * @param transmission whether something was sent
 */
record Attempt(@Nullable ClientHttpResponse response, int status, @Nullable IOException failure,
		Transmission transmission) {

	/**
	 * The statuses from 500 on that say that nothing was done. Of those below, from 400
	 * on, all do.
	 */
	private static final Set<Integer> WITHOUT_EFFECT = Set.of(501, 503, 505);

	/**
	 * Send a request once. What it may have done is noted, unless doing it twice would be
	 * the same.
	 */
	static Attempt of(ResilientRequest request, boolean safeToRepeat) {
		Transmission transmission = Transmission.open();
		Attempt attempt = null;
		try (transmission) {
			attempt = send(request, transmission);
			return attempt;
		}
		finally {
			if (!safeToRepeat && mayHaveHadAnEffect(attempt, transmission)) {
				OutgoingEffects.note();
			}
		}
	}

	private static Attempt send(ResilientRequest request, Transmission transmission) {
		ClientHttpResponse response = null;
		try {
			response = request.send(transmission);
			return new Attempt(response, response.getStatusCode().value(), null, transmission);
		}
		catch (IOException ex) {
			close(response);
			return new Attempt(null, 0, ex, transmission);
		}
		catch (RuntimeException ex) {
			close(response);
			throw ex;
		}
	}

	private static boolean mayHaveHadAnEffect(@Nullable Attempt attempt, Transmission transmission) {
		if (attempt == null || attempt.status == 0) {
			return !transmission.neverBegan();
		}
		return attempt.status < 400 || (attempt.status >= 500 && !WITHOUT_EFFECT.contains(attempt.status));
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
		return safeToRepeat ? !this.transmission.hasBegun() : this.transmission.neverBegan();
	}

	@Nullable String retryAfter() {
		return (this.response != null) ? this.response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER) : null;
	}

	ClientHttpResponse result() throws IOException {
		if (this.failure != null) {
			throw this.failure;
		}
		return Objects.requireNonNull(this.response);
	}

	/** The answer for which there will be another one, {@code null} if there is none. */
	@Nullable UnwantedAnswer unwantedAnswer() {
		return (this.response != null) ? new UnwantedAnswer(this.response, this.transmission) : null;
	}

}
