package dev.mainstay.resilience.idempotency.reactive;

import dev.mainstay.core.problem.reactive.ReactiveProblemWriter;
import dev.mainstay.resilience.idempotency.Admission;
import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import dev.mainstay.resilience.idempotency.IdempotencyResult;
import dev.mainstay.resilience.idempotency.StoredResponse;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Writes the answers that are given without the handler.
 */
final class ReactiveAnswers {

	private final ReactiveProblemWriter problems;

	ReactiveAnswers(ReactiveProblemWriter problems) {
		this.problems = problems;
	}

	/**
	 * Write a stored answer. What filters do to a body on its way out was done to the
	 * stored one, so it goes past them.
	 */
	Mono<Void> replay(StoredResponse stored, ServerHttpResponse response) {
		response.setStatusCode(HttpStatusCode.valueOf(stored.status()));
		HttpHeaders headers = response.getHeaders();
		stored.headers().forEach(headers::put);
		headers.set(IdempotencyHeaders.STATUS, IdempotencyResult.REPLAYED.code());
		headers.set(IdempotencyHeaders.REPLAYED, "true");
		return write(response, stored.body());
	}

	Mono<Void> refuse(Admission.Refuse refusal, ServerWebExchange exchange) {
		return this.problems.write(exchange, refusal.toProblem());
	}

	private static Mono<Void> write(ServerHttpResponse response, byte[] body) {
		if (body.length == 0) {
			return response.setComplete();
		}
		response.getHeaders().setContentLength(body.length);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
	}

}
