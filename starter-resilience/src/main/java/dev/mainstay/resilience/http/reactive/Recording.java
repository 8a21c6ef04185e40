package dev.mainstay.resilience.http.reactive;

import java.util.function.Function;

import dev.mainstay.resilience.http.SafeToRepeat;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpRequest;

/**
 * What the application sends in a call, kept so that it can be sent again without asking
 * the application for it again. Used by one attempt after the other, each on any thread.
 */
final class Recording {

	private static final int MAX_DEPTH = 10;

	private final Function<? super ClientHttpRequest, Mono<Void>> callback;

	private volatile HttpHeaders headers;

	private volatile @Nullable Again again;

	private volatile boolean once;

	private volatile @Nullable Throwable failure;

	/**
	 * Create a recording.
	 * @param callback writes the request of the application
	 * @param headers those that are known before it has done so
	 */
	Recording(Function<? super ClientHttpRequest, Mono<Void>> callback, HttpHeaders headers) {
		this.callback = callback;
		this.headers = headers;
	}

	/**
	 * Write the request: by the application, or for it once that is possible. What the
	 * application does to the native request it does each time, its body is not asked for
	 * twice.
	 */
	Mono<Void> write(ClientHttpRequest request, Told told, Sending sending) {
		Again again = this.again;
		if (again == null) {
			return Mono.defer(() -> this.callback.apply(new RecordedRequest(request, this, told, sending)))
				.doOnError(this::failedUnlessSent);
		}
		this.callback.apply(new RepeatedRequest(request, sending));
		request.getHeaders().clear();
		request.getHeaders().putAll(this.headers);
		told.addTo(request.getHeaders());
		return again.write(request, sending);
	}

	private void failedUnlessSent(Throwable failure) {
		if (this.again == null && !this.once) {
			this.failure = failure;
		}
	}

	void headers(HttpHeaders headers) {
		this.headers = HttpHeaders.copyOf(headers);
	}

	/** How to write the body once more. */
	void again(Again again) {
		this.again = again;
	}

	/** The body is on its way, and there is no second one. */
	void once() {
		this.once = true;
	}

	/** The application itself could not produce the body. */
	void failed(Throwable failure) {
		this.failure = failure;
	}

	boolean isReplayable() {
		return !this.once;
	}

	boolean isSafeToRepeat(HttpMethod method) {
		return SafeToRepeat.test(method, this.headers);
	}

	/** Whether a call failed for a reason that the other side has no part in. */
	boolean isFailureOfApplication(Throwable failure) {
		Throwable own = this.failure;
		Throwable cause = failure;
		for (int i = 0; own != null && cause != null && i < MAX_DEPTH; i++) {
			if (cause == own) {
				return true;
			}
			cause = cause.getCause();
		}
		return false;
	}

	/**
	 * What the other side is told in the headers of an attempt.
	 */
	@FunctionalInterface
	interface Told {

		void addTo(HttpHeaders headers);

	}

	/**
	 * Writes the body of the application once more.
	 */
	@FunctionalInterface
	interface Again {

		Mono<Void> write(ClientHttpRequest request, Sending sending);

	}

}
