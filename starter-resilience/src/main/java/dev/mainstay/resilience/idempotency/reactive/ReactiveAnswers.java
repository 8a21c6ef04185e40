package dev.mainstay.resilience.idempotency.reactive;

import dev.mainstay.core.problem.reactive.ReactiveProblemWriter;
import dev.mainstay.resilience.idempotency.Admission;
import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import dev.mainstay.resilience.idempotency.IdempotencyResult;
import dev.mainstay.resilience.idempotency.StoredResponse;
import org.jspecify.annotations.Nullable;
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

	private final @Nullable String page;

	/**
	 * Create it.
	 * @param problems writes refusals
	 * @param page the path of the page about keys within the application, or {@code null}
	 */
	ReactiveAnswers(ReactiveProblemWriter problems, @Nullable String page) {
		this.problems = problems;
		this.page = page;
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
		String page = (this.page != null) ? exchange.getRequest().getPath().contextPath().value() + this.page : null;
		return this.problems.write(exchange, refusal.toProblem(page));
	}

	private static Mono<Void> write(ServerHttpResponse response, byte[] body) {
		if (body.length == 0) {
			return response.setComplete();
		}
		response.getHeaders().setContentLength(body.length);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
	}

}
