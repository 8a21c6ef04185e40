package dev.mainstay.resilience.idempotency.reactive;

import java.net.URI;
import java.util.List;

import dev.mainstay.core.problem.reactive.ReactiveProblemWriter;
import dev.mainstay.resilience.idempotency.Admission;
import dev.mainstay.resilience.idempotency.Caller;
import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import dev.mainstay.resilience.idempotency.IdempotencyKey;
import dev.mainstay.resilience.idempotency.IdempotencyProblem;
import dev.mainstay.resilience.idempotency.IdempotencyResult;
import dev.mainstay.resilience.idempotency.IdempotencyScope;
import dev.mainstay.resilience.idempotency.Operation;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Gives a request with a key its effect once. Stands behind the filter that knows the
 * user. A request without a key costs the look-up of one header. Thread-safe.
 *
 * @since 0.1.0
 */
public final class IdempotencyWebFilter implements WebFilter, Ordered {

	/**
	 * Behind Spring Security (-100) and a limit by principal (-80): a refused request
	 * never claims a key, and the user is part of it.
	 */
	static final int ORDER = -70;

	private final Idempotency idempotency;

	private final ReactiveAnswers answers;

	private final ServerCodecConfigurer codecs;

	private final ReactiveKeyOwners owners;

	/**
	 * Create the filter. It works behind {@link KeyedHttpHandlers} only.
	 * @param idempotency decides what is done with a request
	 * @param problems writes refusals
	 * @param codecs read forms and parts
	 * @param owners tell whose the keys are
	 */
	public IdempotencyWebFilter(Idempotency idempotency, ReactiveProblemWriter problems, ServerCodecConfigurer codecs,
			ReactiveKeyOwners owners) {
		this.idempotency = idempotency;
		this.answers = new ReactiveAnswers(problems);
		this.codecs = codecs;
		this.owners = owners;
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		List<String> lines = exchange.getRequest().getHeaders().get(IdempotencyHeaders.KEY);
		if (lines == null || this.owners.isApplications(exchange)) {
			return chain.filter(exchange);
		}
		if (!Idempotency.appliesTo(exchange.getRequest().getMethod().name())) {
			return unprotected(IdempotencyResult.IGNORED, exchange, chain);
		}
		RecordingHttpResponse recording = RecordingHttpResponse.of(exchange.getResponse());
		if (recording == null) {
			return unprotected(IdempotencyResult.UNPROTECTED, exchange, chain);
		}
		return keyed(lines, recording, exchange, chain);
	}

	private Mono<Void> unprotected(IdempotencyResult result, ServerWebExchange exchange, WebFilterChain chain) {
		exchange.getResponse().getHeaders().set(IdempotencyHeaders.STATUS, result.code());
		this.idempotency.tell(result);
		ObservedExchange.note(exchange, result, null);
		return chain.filter(exchange);
	}

	private Mono<Void> keyed(List<String> lines, RecordingHttpResponse recording, ServerWebExchange exchange,
			WebFilterChain chain) {
		IdempotencyKey key = this.idempotency.key(lines);
		if (key == null) {
			this.idempotency.tell(IdempotencyResult.INVALID);
			ObservedExchange.note(exchange, IdempotencyResult.INVALID, null);
			return this.answers.refuse(new Admission.Refuse(IdempotencyProblem.KEY_INVALID, null), exchange);
		}
		int limit = this.idempotency.settings().maxRequestSize();
		if (exchange.getRequest().getHeaders().getContentLength() > limit) {
			return unprotected(IdempotencyResult.UNPROTECTED, exchange, chain);
		}
		return this.owners.caller(exchange)
			.flatMap((caller) -> caller.isEmpty() ? unprotected(IdempotencyResult.UNPROTECTED, exchange, chain)
					: BodyCollector.collect(exchange.getRequest().getBody(), limit).flatMap((body) -> {
						Admission admission = admit(scope(caller.get(), exchange.getRequest()), key, body, exchange);
						return answer(admission, new RereadableExchange(exchange, body, this.codecs), recording, chain);
					}));
	}

	private static IdempotencyScope scope(Caller caller, ServerHttpRequest request) {
		URI uri = request.getURI();
		return new IdempotencyScope(caller, request.getMethod().name(), uri.getRawPath(), uri.getRawQuery());
	}

	private Admission admit(IdempotencyScope scope, IdempotencyKey key, CollectedBody body,
			ServerWebExchange exchange) {
		if (body.isComplete()) {
			Operation operation = scope.operation(key,
					BoundaryFreeDigest.of(body.bytes(), exchange.getRequest().getHeaders()));
			Admission admission = this.idempotency.admit(operation);
			ObservedExchange.note(exchange, Idempotency.resultOf(admission), operation.recordKey());
			return admission;
		}
		this.idempotency.tell(IdempotencyResult.UNPROTECTED);
		ObservedExchange.note(exchange, IdempotencyResult.UNPROTECTED, null);
		return new Admission.Unprotected();
	}

	private Mono<Void> answer(Admission admission, RereadableExchange exchange, RecordingHttpResponse recording,
			WebFilterChain chain) {
		if (admission instanceof Admission.Replay replay) {
			return this.answers.replay(replay.response(), recording);
		}
		if (admission instanceof Admission.Refuse refusal) {
			return this.answers.refuse(refusal, exchange);
		}
		if (admission instanceof Admission.Run run) {
			RefusedEarly refusedEarly = new RefusedEarly(exchange);
			if (!recording.arm(run.claim(), refusedEarly)) {
				return Mono.empty();
			}
			exchange.onKeyRead(() -> keyIsRead(exchange, recording));
			return new NotedHandling(run(exchange, chain), recording.effects()).doOnError(refusedEarly::failed);
		}
		recording.getHeaders().set(IdempotencyHeaders.STATUS, IdempotencyResult.UNPROTECTED.code());
		return run(exchange, chain);
	}

	private void keyIsRead(RereadableExchange exchange, RecordingHttpResponse recording) {
		if (this.owners.passesToHandler(exchange)) {
			recording.leaveToHandler();
		}
	}

	private static Mono<Void> run(RereadableExchange exchange, WebFilterChain chain) {
		return chain.filter(exchange)
			.onErrorResume((failure) -> exchange.deleteParts().then(Mono.error(failure)))
			.then(Mono.defer(exchange::deleteParts))
			.doOnCancel(() -> exchange.deleteParts().subscribe());
	}

}
