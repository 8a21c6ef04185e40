package dev.mainstay.resilience.policy;

import java.util.function.IntFunction;

import dev.mainstay.resilience.retry.FailureKind;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/**
 * An answer that a {@code WebClient} made a failure of. Only here is it linked.
 */
final class WebClientAnswer {

	private WebClientAnswer() {
	}

	static FailedWork classify(Throwable failure, IntFunction<@Nullable FailureKind> answers) {
		WebClientResponseException answer = (WebClientResponseException) failure;
		int status = answer.getStatusCode().value();
		return new FailedWork(answers.apply(status), AttemptResult.ofStatus(status),
				answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER));
	}

}
