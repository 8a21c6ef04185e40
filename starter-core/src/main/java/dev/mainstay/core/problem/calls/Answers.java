package dev.mainstay.core.problem.calls;

import dev.mainstay.core.problem.Problem;

import org.springframework.web.reactive.function.client.WebClientResponseException;

/**
 * The answers that a {@code WebClient} got. Only here is it linked.
 */
final class Answers {

	private Answers() {
	}

	static Problem of(Throwable failure, CallProblemMapper mapper) {
		WebClientResponseException answer = (WebClientResponseException) failure;
		return mapper.ofAnswer(answer.getStatusCode().value(), answer.getHeaders());
	}

}
