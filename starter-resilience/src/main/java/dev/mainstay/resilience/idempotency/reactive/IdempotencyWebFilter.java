package dev.mainstay.resilience.idempotency.reactive;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
import dev.mainstay.resilience.idempotency.RoutePolicy;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Gives a request with a key its effect once. Stands behind the filter that knows the
 * user. A request without a key costs the look-up of one header, and that of its route
 * where keys are required somewhere. Thread-safe.
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
		this.answers = new ReactiveAnswers(problems, idempotency.terms().page());
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
		if (lines == null && !this.owners.mayRequire(exchange.getRequest())) {
			return chain.filter(exchange);
		}
		RoutePolicy route = this.owners.policyOf(exchange);
		if ((lines == null && !route.isRequired()) || this.owners.isApplications(exchange, route)) {
			return chain.filter(exchange);
		}
		if (lines == null) {
			return refuse(IdempotencyProblem.KEY_MISSING, exchange);
		}
		RecordingHttpResponse recording = RecordingHttpResponse.of(exchange.getResponse());
		if (route.isOff() || recording == null) {
			return unprotected(route.isOff() ? IdempotencyResult.IGNORED : IdempotencyResult.UNPROTECTED, exchange,
					chain);
		}
		IdempotencyKey key = this.idempotency.key(lines);
		return (key != null) ? keyed(new KeyedExchange(key, route, exchange, recording), chain)
				: refuse(IdempotencyProblem.KEY_INVALID, exchange);
	}

	private Mono<Void> unprotected(IdempotencyResult result, ServerWebExchange exchange, WebFilterChain chain) {
		exchange.getResponse().getHeaders().set(IdempotencyHeaders.STATUS, result.code());
		this.idempotency.tell(result);
		ObservedExchange.note(exchange, result, null);
		return chain.filter(exchange);
	}

	/** Refuse a request that the store was not asked about. */
	private Mono<Void> refuse(IdempotencyProblem problem, ServerWebExchange exchange) {
		this.idempotency.tell(problem.result());
		ObservedExchange.note(exchange, problem.result(), null);
		return this.answers.refuse(Admission.Refuse.now(problem), exchange);
	}

	private Mono<Void> keyed(KeyedExchange keyed, WebFilterChain chain) {
		ServerWebExchange exchange = keyed.exchange();
		int limit = this.idempotency.settings().maxRequestSize();
		if (exchange.getRequest().getHeaders().getContentLength() > limit) {
			return keyed.isRequired() ? refuse(IdempotencyProblem.BODY_TOO_LARGE, exchange)
					: unprotected(IdempotencyResult.UNPROTECTED, exchange, chain);
		}
		return this.owners.caller(exchange).flatMap((caller) -> {
			if (caller.isEmpty()) {
				return keyed.isRequired() ? refuse(IdempotencyProblem.STORE_DOWN, exchange)
						: unprotected(IdempotencyResult.UNPROTECTED, exchange, chain);
			}
			return BodyCollector.collect(exchange.getRequest().getBody(), limit)
				.flatMap((body) -> keyed(keyed, caller.get(), body, chain));
		});
	}

	private Mono<Void> keyed(KeyedExchange keyed, Caller caller, CollectedBody body, WebFilterChain chain) {
		RereadableExchange exchange = new RereadableExchange(keyed.exchange(), body, this.codecs);
		if (!body.isComplete()) {
			IdempotencyResult result = keyed.isRequired() ? IdempotencyResult.TOO_LARGE : IdempotencyResult.UNPROTECTED;
			this.idempotency.tell(result);
			ObservedExchange.note(exchange, result, null);
			return answer(keyed.isRequired() ? Admission.Refuse.now(IdempotencyProblem.BODY_TOO_LARGE)
					: new Admission.Unprotected(), exchange, keyed.recording(), chain);
		}
		ServerHttpRequest request = keyed.exchange().getRequest();
		String fingerprint = BoundaryFreeDigest.of(body.bytes(), request.getHeaders(),
				this.idempotency.terms().fingerprint());
		Operation operation = scope(caller, request).operation(keyed.key(), fingerprint);
		RefusedEarly refusedEarly = new RefusedEarly(exchange);
		return admission(operation, keyed, refusedEarly).doOnNext(
				(admission) -> ObservedExchange.note(exchange, Idempotency.resultOf(admission), operation.recordKey()))
			.flatMap((admission) -> (admission instanceof Admission.Run run)
					? run(run.route(), exchange, keyed.recording(), refusedEarly, chain)
					: answer(admission, exchange, keyed.recording(), chain));
	}

	private Mono<Admission> admission(Operation operation, KeyedExchange keyed, RefusedEarly refusedEarly) {
		Supplier<CompletableFuture<Admission>> admission = () -> this.idempotency.admit(operation, keyed.route());
		Consumer<Admission.Run> granted = (run) -> keyed.recording().arm(run, refusedEarly);
		if (!this.idempotency.waitsForStore()) {
			return AwaitedAdmission.of(admission, granted);
		}
		return Mono.deferContextual((context) -> {
			StoreThreads threads = keyed.recording().storeThreads(context);
			return AwaitedAdmission.outside(admission, () -> this.idempotency.storeIsLate(keyed.route()), granted,
					threads);
		});
	}

	private static IdempotencyScope scope(Caller caller, ServerHttpRequest request) {
		URI uri = request.getURI();
		return new IdempotencyScope(caller, request.getMethod().name(), uri.getRawPath(), uri.getRawQuery());
	}

	private Mono<Void> answer(Admission admission, RereadableExchange exchange, RecordingHttpResponse recording,
			WebFilterChain chain) {
		if (admission instanceof Admission.Replay replay) {
			return this.answers.replay(replay.response(), recording);
		}
		if (admission instanceof Admission.Refuse refusal) {
			return this.answers.refuse(refusal, exchange);
		}
		recording.getHeaders().set(IdempotencyHeaders.STATUS, IdempotencyResult.UNPROTECTED.code());
		return run(exchange, chain);
	}

	private Mono<Void> run(RoutePolicy route, RereadableExchange exchange, RecordingHttpResponse recording,
			RefusedEarly refusedEarly, WebFilterChain chain) {
		if (!recording.isRecording()) {
			// The request ended before it was granted the claim.
			return Mono.empty();
		}
		recording.markCreated();
		if (!route.explicit()) {
			exchange.onKeyRead(() -> keyIsRead(exchange, recording));
		}
		return new NotedHandling(run(exchange, chain), recording.effects()).doOnError(refusedEarly::failed);
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
