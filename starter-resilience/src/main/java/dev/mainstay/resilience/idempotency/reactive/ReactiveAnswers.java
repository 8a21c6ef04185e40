package dev.mainstay.resilience.idempotency.reactive;

import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.resilience.idempotency.Admission;
import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import dev.mainstay.resilience.idempotency.IdempotencyResult;
import dev.mainstay.resilience.idempotency.ProblemBody;
import dev.mainstay.resilience.idempotency.StoredResponse;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Writes the answers that are given without the handler. What filters do to a body on its
 * way out was done to the stored one, so the answer goes past them.
 */
final class ReactiveAnswers {

	private final ProblemBody problems;

	ReactiveAnswers(ProblemBody problems) {
		this.problems = problems;
	}

	Mono<Void> replay(StoredResponse stored, ServerHttpResponse response) {
		response.setStatusCode(HttpStatusCode.valueOf(stored.status()));
		HttpHeaders headers = response.getHeaders();
		stored.headers().forEach(headers::put);
		headers.set(IdempotencyHeaders.STATUS, IdempotencyResult.REPLAYED.code());
		headers.set(IdempotencyHeaders.REPLAYED, "true");
		return write(response, stored.body());
	}

	Mono<Void> refuse(Admission.Refuse refusal, ServerWebExchange exchange, ServerHttpResponse response) {
		response.setStatusCode(HttpStatusCode.valueOf(refusal.problem().status()));
		HttpHeaders headers = response.getHeaders();
		headers.set(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE);
		refusal.headers().forEach(headers::set);
		return write(response, this.problems.json(refusal.problem(), exchange.getRequest().getURI().getRawPath(),
				exchange.getAttribute(RequestExchange.ATTRIBUTE)));
	}

	private static Mono<Void> write(ServerHttpResponse response, byte[] body) {
		if (body.length == 0) {
			return response.setComplete();
		}
		response.getHeaders().setContentLength(body.length);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
	}

}
