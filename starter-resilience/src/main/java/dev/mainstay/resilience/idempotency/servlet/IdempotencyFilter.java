package dev.mainstay.resilience.idempotency.servlet;

import java.io.IOException;
import java.util.Collections;

import dev.mainstay.core.problem.servlet.ServletProblemWriter;
import dev.mainstay.resilience.idempotency.Admission;
import dev.mainstay.resilience.idempotency.Caller;
import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import dev.mainstay.resilience.idempotency.IdempotencyKey;
import dev.mainstay.resilience.idempotency.IdempotencyProblem;
import dev.mainstay.resilience.idempotency.IdempotencyResult;
import dev.mainstay.resilience.idempotency.IdempotencyScope;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.outgoing.OutgoingEffects;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Gives a request with a key its effect once. Belongs behind the filter that knows the
 * user, and is called for requests, asynchronous dispatches and error pages. A request
 * without a key costs the look-up of one header. Thread-safe.
 *
 * @since 0.1.0
 */
public final class IdempotencyFilter implements Filter {

	private final Idempotency idempotency;

	private final ServletAnswers answers;

	private final RequestEnds ends;

	private final KeyOwners owners;

	/**
	 * Create the filter.
	 * @param idempotency decides what is done with a request
	 * @param problems writes refusals
	 * @param ends tells of the ends of requests; has to be registered as a listener
	 * @param owners tell whose the keys are
	 */
	public IdempotencyFilter(Idempotency idempotency, ServletProblemWriter problems, RequestEnds ends,
			KeyOwners owners) {
		this.idempotency = idempotency;
		this.answers = new ServletAnswers(problems);
		this.ends = ends;
		this.owners = owners;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse answer)) {
			chain.doFilter(request, response);
		}
		else if (request.getDispatcherType() == DispatcherType.REQUEST) {
			request(http, answer, chain);
		}
		else {
			continued(http, answer, chain);
		}
	}

	private void request(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (request.getHeader(IdempotencyHeaders.KEY) == null || RecordedExchange.of(request) != null
				|| this.owners.isApplications(request)) {
			chain.doFilter(request, response);
		}
		else if (!Idempotency.appliesTo(request.getMethod())) {
			unprotected(IdempotencyResult.IGNORED, response);
			ObservedRequest.note(request, IdempotencyResult.IGNORED, null);
			chain.doFilter(request, response);
		}
		else {
			keyed(request, response, chain);
		}
	}

	private void unprotected(IdempotencyResult result, HttpServletResponse response) {
		response.setHeader(IdempotencyHeaders.STATUS, result.code());
		this.idempotency.tell(result);
	}

	private void keyed(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		IdempotencyKey key = this.idempotency.key(Collections.list(request.getHeaders(IdempotencyHeaders.KEY)));
		if (key == null) {
			this.idempotency.tell(IdempotencyResult.INVALID);
			ObservedRequest.note(request, IdempotencyResult.INVALID, null);
			this.answers.refuse(new Admission.Refuse(IdempotencyProblem.KEY_INVALID, null), request, response);
			return;
		}
		Caller caller = this.owners.caller(request);
		KeyedRequest keyed = KeyedRequest.read(request, this.idempotency.settings().maxRequestSize());
		if (keyed.fingerprint() == null || caller == null) {
			unprotected(IdempotencyResult.UNPROTECTED, response);
			ObservedRequest.note(request, IdempotencyResult.UNPROTECTED, null);
			chain.doFilter(keyed.request(), response);
			return;
		}
		Operation operation = scope(caller, request).operation(key, keyed.fingerprint());
		Admission admission = this.idempotency.admit(operation);
		ObservedRequest.note(request, Idempotency.resultOf(admission), operation.recordKey());
		answer(admission, keyed.request(), response, chain);
	}

	private static IdempotencyScope scope(Caller caller, HttpServletRequest request) {
		return new IdempotencyScope(caller, request.getMethod(), request.getRequestURI(), request.getQueryString());
	}

	private void answer(Admission admission, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws IOException, ServletException {
		if (admission instanceof Admission.Run run) {
			RecordedExchange exchange = RecordedExchange.begin(this.idempotency, run.claim(), request, response);
			HttpServletRequest watched = new KeyWatchingRequest(request, () -> keyIsRead(exchange, request));
			run(exchange, watched, exchange.response(), chain);
		}
		else if (admission instanceof Admission.Replay replay) {
			this.answers.replay(replay.response(), response);
		}
		else if (admission instanceof Admission.Refuse refusal) {
			this.answers.refuse(refusal, request, response);
		}
		else {
			response.setHeader(IdempotencyHeaders.STATUS, IdempotencyResult.UNPROTECTED.code());
			chain.doFilter(request, response);
		}
	}

	private void keyIsRead(RecordedExchange exchange, HttpServletRequest request) {
		if (this.owners.passesToHandler(request)) {
			exchange.leaveToHandler();
		}
	}

	/** An asynchronous dispatch or an error page, of a request that may hold a claim. */
	private void continued(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		RecordedExchange exchange = RecordedExchange.of(request);
		if (exchange == null || (request.getDispatcherType() == DispatcherType.ERROR && !exchange.isErrorPageDue())) {
			chain.doFilter(request, response);
		}
		else {
			run(exchange, request, exchange.again(request, response), chain);
		}
	}

	private void run(RecordedExchange exchange, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws IOException, ServletException {
		try (OutgoingEffects.Scope scope = exchange.noteEffects()) {
			chain.doFilter(request, response);
		}
		catch (Throwable ex) {
			exchange.failed(request, ex, this.ends);
			throw ex;
		}
		exchange.dispatched(request, this.ends);
	}

}
