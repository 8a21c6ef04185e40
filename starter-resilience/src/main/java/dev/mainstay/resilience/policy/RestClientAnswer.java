package dev.mainstay.resilience.policy;

import java.util.function.IntFunction;

import dev.mainstay.resilience.retry.FailureKind;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClientResponseException;

/**
 * An answer that a {@code RestClient} or a {@code RestTemplate} made a failure of. Only
 * here are they linked.
 */
final class RestClientAnswer {

	private RestClientAnswer() {
	}

	static FailedWork classify(Throwable failure, IntFunction<@Nullable FailureKind> answers) {
		RestClientResponseException answer = (RestClientResponseException) failure;
		HttpHeaders headers = answer.getResponseHeaders();
		int status = answer.getStatusCode().value();
		return new FailedWork(answers.apply(status), AttemptResult.ofStatus(status),
				(headers != null) ? headers.getFirst(HttpHeaders.RETRY_AFTER) : null);
	}

}
