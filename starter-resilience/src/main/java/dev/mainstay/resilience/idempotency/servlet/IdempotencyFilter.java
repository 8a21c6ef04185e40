package dev.mainstay.resilience.idempotency.servlet;

import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import dev.mainstay.core.problem.servlet.ServletProblemWriter;
import dev.mainstay.resilience.idempotency.Admission;
import dev.mainstay.resilience.idempotency.Caller;
import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import dev.mainstay.resilience.idempotency.IdempotencyKey;
import dev.mainstay.resilience.idempotency.IdempotencyProblem;
import dev.mainstay.resilience.idempotency.IdempotencyResult;
import dev.mainstay.resilience.idempotency.IdempotencyScope;
import dev.mainstay.resilience.idempotency.LostClaimException;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.RoutePolicy;
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
 * user, and is called for requests, forwards, asynchronous dispatches and error pages. A
 * request without a key costs the look-up of one header, and that of its route where keys
 * are required somewhere. Thread-safe.
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
	 * @param ends tells of the ends of requests; has to be registered as a listener, or
	 * to become one when it is needed
	 * @param owners tell whose the keys are
	 */
	public IdempotencyFilter(Idempotency idempotency, ServletProblemWriter problems, RequestEnds ends,
			KeyOwners owners) {
		this.idempotency = idempotency;
		this.answers = new ServletAnswers(problems, idempotency.terms().page());
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
		boolean hasKey = request.getHeader(IdempotencyHeaders.KEY) != null;
		if (RecordedExchange.of(request) != null || (!hasKey && !this.owners.mayRequire(request))) {
			chain.doFilter(request, response);
			return;
		}
		RoutePolicy route = this.owners.policyOf(request);
		if ((!hasKey && !route.isRequired()) || this.owners.isApplications(request, route)) {
			chain.doFilter(request, response);
		}
		else if (!hasKey) {
			refuse(IdempotencyProblem.KEY_MISSING, request, response);
		}
		else if (route.isOff()) {
			unprotected(IdempotencyResult.IGNORED, response);
			ObservedRequest.note(request, IdempotencyResult.IGNORED, null);
			chain.doFilter(request, response);
		}
		else {
			keyed(request, response, chain, route);
		}
	}

	private void unprotected(IdempotencyResult result, HttpServletResponse response) {
		response.setHeader(IdempotencyHeaders.STATUS, result.code());
		this.idempotency.tell(result);
	}

	/** Refuse a request that the store was not asked about. */
	private void refuse(IdempotencyProblem problem, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		this.idempotency.tell(problem.result());
		ObservedRequest.note(request, problem.result(), null);
		this.answers.refuse(Admission.Refuse.now(problem), request, response);
	}

	private void keyed(HttpServletRequest request, HttpServletResponse response, FilterChain chain, RoutePolicy route)
			throws IOException, ServletException {
		IdempotencyKey key = this.idempotency.key(Collections.list(request.getHeaders(IdempotencyHeaders.KEY)));
		if (key == null) {
			refuse(IdempotencyProblem.KEY_INVALID, request, response);
			return;
		}
		Caller caller = this.owners.caller(request);
		KeyedRequest keyed = KeyedRequest.read(request, this.idempotency);
		IdempotencyProblem problem = (caller != null) ? keyed.problem() : IdempotencyProblem.STORE_DOWN;
		if (problem != null && route.isRequired()) {
			refuse(problem, request, response);
		}
		else if (keyed.fingerprint() == null || caller == null) {
			unprotected(IdempotencyResult.UNPROTECTED, response);
			ObservedRequest.note(request, IdempotencyResult.UNPROTECTED, null);
			chain.doFilter(keyed.request(), response);
		}
		else {
			Operation operation = scope(caller, request).operation(key, keyed.fingerprint());
			try {
				answer(admit(operation, route, request), keyed.request(), response, chain);
			}
			catch (LostClaimException ex) {
				Admission admission = admit(operation, route, request);
				answerAfterLoss(admission, keyed.request(), response);
			}
		}
	}

	private Admission admit(Operation operation, RoutePolicy route, HttpServletRequest request) {
		Admission admission = await(this.idempotency.admit(operation, route));
		ObservedRequest.note(request, Idempotency.resultOf(admission), operation.recordKey());
		return admission;
	}

	/** What has run was undone. It does not run once more for this request. */
	private void answerAfterLoss(Admission admission, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		if (admission instanceof Admission.Run run) {
			run.claim().release();
			run.claim().threadEnds(false);
		}
		if (admission instanceof Admission.Replay replay) {
			this.answers.replay(replay.response(), response);
		}
		else {
			this.answers.refuse((admission instanceof Admission.Refuse refusal) ? refusal
					: Admission.Refuse.now(IdempotencyProblem.IN_PROGRESS), request, response);
		}
	}

	/**
	 * A filter in front of this one may not know asynchronous requests, and would take
	 * the answer for complete; so the thread waits. There are few that do.
	 */
	private static Admission await(CompletableFuture<Admission> admission) {
		try {
			return admission.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return admission.cancel(false) ? Admission.Refuse.now(IdempotencyProblem.IN_PROGRESS) : admission.join();
		}
	}

	private static IdempotencyScope scope(Caller caller, HttpServletRequest request) {
		return new IdempotencyScope(caller, request.getMethod(), request.getRequestURI(), request.getQueryString());
	}

	private void answer(Admission admission, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws IOException, ServletException {
		if (admission instanceof Admission.Run run) {
			RecordedExchange exchange = RecordedExchange.begin(this.idempotency, run, request, response);
			HttpServletRequest watched = run.route().explicit() ? request
					: new KeyWatchingRequest(request, () -> keyIsRead(exchange, request));
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

	/**
	 * A forward, an asynchronous dispatch or an error page, of a request that may hold a
	 * claim.
	 */
	private void continued(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		RecordedExchange exchange = RecordedExchange.of(request);
		if (exchange == null || (request.getDispatcherType() == DispatcherType.ERROR && !exchange.isErrorPageDue())) {
			chain.doFilter(request, response);
		}
		else if (request.getDispatcherType() == DispatcherType.FORWARD) {
			chain.doFilter(request, response);
			exchange.forwarded(request, this.ends);
		}
		else {
			run(exchange, request, exchange.again(request, response), chain);
		}
	}

	private void run(RecordedExchange exchange, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws IOException, ServletException {
		boolean failed = true;
		try {
			dispatch(exchange, request, response, chain);
			exchange.dispatched(request, this.ends);
			failed = false;
		}
		finally {
			exchange.threadLeaves(failed, this.ends);
		}
	}

	private void dispatch(RecordedExchange exchange, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws IOException, ServletException {
		try (OutgoingEffects.Scope scope = exchange.noteEffects()) {
			chain.doFilter(request, response);
		}
		catch (Throwable ex) {
			exchange.failed(request, ex, this.ends);
			throw ex;
		}
	}

}
