package dev.mainstay.resilience.idempotency.servlet;

import java.io.IOException;

import dev.mainstay.core.request.RootFailure;
import dev.mainstay.resilience.idempotency.Admission;
import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import dev.mainstay.resilience.idempotency.IdempotencyResult;
import dev.mainstay.resilience.idempotency.OpenClaim;
import dev.mainstay.resilience.idempotency.RoutePolicy;
import dev.mainstay.resilience.idempotency.StoredResponse;
import dev.mainstay.resilience.outgoing.OutgoingEffects;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.WebUtils;

/**
 * A request that holds a claim, from the moment when it was granted to the end of the
 * answer, over all dispatches. Its steps follow one another, on one thread or several.
 */
final class RecordedExchange {

	private static final String ATTRIBUTE = RecordedExchange.class.getName();

	/** The status of an exception that no error page has answered. */
	private static final int FAILED = 500;

	private final Idempotency idempotency;

	private final OpenClaim claim;

	private final RoutePolicy route;

	private final Progress progress = new Progress();

	private volatile RecordingResponse recording;

	/** The answer is given while the handler may still be running. */
	private volatile boolean handlerLeft;

	/** The answer is written where it cannot be recorded. */
	private volatile boolean unseen;

	/** The handler turned out to handle the key itself. */
	private volatile boolean left;

	/** The answer was complete before the dispatch has ended. */
	private volatile boolean answered;

	private volatile boolean errorPageDue;

	private volatile boolean errorPageMayFollowTheEnd;

	private RecordedExchange(Idempotency idempotency, Admission.Run run, HttpServletRequest request,
			HttpServletResponse response) {
		this.idempotency = idempotency;
		this.claim = run.claim();
		this.route = run.route();
		this.recording = record(request, response);
	}

	static RecordedExchange begin(Idempotency idempotency, Admission.Run run, HttpServletRequest request,
			HttpServletResponse response) {
		RecordedExchange exchange = new RecordedExchange(idempotency, run, request, response);
		request.setAttribute(ATTRIBUTE, exchange);
		return exchange;
	}

	static @Nullable RecordedExchange of(ServletRequest request) {
		return (RecordedExchange) request.getAttribute(ATTRIBUTE);
	}

	private RecordingResponse record(HttpServletRequest request, HttpServletResponse response) {
		response.setHeader(IdempotencyHeaders.STATUS, IdempotencyResult.CREATED.code());
		RecordingResponse recording = new RecordingResponse(request, response,
				this.idempotency.settings().maxResponseSize(), this::passing);
		if (this.claim.isJoined()) {
			recording.holdRedirects();
		}
		return recording;
	}

	/** Note on this thread what the calls of the operation may have done. */
	OutgoingEffects.Scope noteEffects() {
		return this.progress.noteEffects();
	}

	HttpServletResponse response() {
		return this.recording;
	}

	boolean isErrorPageDue() {
		return this.errorPageDue && !this.claim.isSettled();
	}

	/**
	 * The response for a dispatch after the first one. Most containers hand on the one
	 * that the handler had, which is recorded already.
	 */
	HttpServletResponse again(HttpServletRequest request, HttpServletResponse response) {
		if (this.claim.isSettled() || WebUtils.getNativeResponse(response, RecordingResponse.class) != null) {
			return response;
		}
		this.recording = record(request, response);
		return this.recording;
	}

	/**
	 * Called when a handler has come back to which another one has forwarded. The
	 * container takes the answer for complete, and whatever is written later gets lost.
	 */
	void forwarded(HttpServletRequest request, RequestEnds ends) throws IOException {
		dispatched(request, ends);
		this.answered = true;
	}

	/**
	 * Called when a dispatch has ended without an exception. What it throws means that
	 * the operation was undone; nothing of its answer is left then.
	 */
	void dispatched(HttpServletRequest request, RequestEnds ends) throws IOException {
		if (this.answered) {
			this.answered = false;
			return;
		}
		try {
			end(request, ends);
		}
		catch (RuntimeException ex) {
			this.recording.forget();
			throw ex;
		}
	}

	private void end(HttpServletRequest request, RequestEnds ends) throws IOException {
		if (request.isAsyncStarted()) {
			this.claim.outliveThread();
			await(request, ends);
			return;
		}
		RecordingResponse answer = this.recording;
		int status = answer.getStatus();
		if (!this.errorPageDue) {
			this.progress.ended(request, status);
		}
		boolean kept = keeps(status) && !this.progress.isRefusedEarly();
		if (answer.isError() && kept && !this.errorPageDue && ends.areSeen(request)) {
			// The answer is what the error page is going to write.
			this.claim.outliveThread();
			expectErrorPage(request);
			return;
		}
		settle(answer, kept);
		this.claim.threadEnds(false);
		if (!this.left) {
			answer.setHeader(IdempotencyHeaders.STATUS, IdempotencyResult.CREATED.code());
		}
		answer.send();
	}

	/**
	 * Called when the handler reads the key: from here on it is as if there were none.
	 */
	void leaveToHandler() {
		this.left = true;
		this.claim.leave();
		this.recording.setHeader(IdempotencyHeaders.STATUS, null);
	}

	private void settle(RecordingResponse answer, boolean kept) {
		if (this.unseen) {
			return;
		}
		if (!kept || answer.isError()) {
			letGo(answer.getStatus());
		}
		else if (answer.isPassing() || answer.wasBypassed()) {
			this.claim.completeWithoutAnswer();
		}
		else {
			StoredResponse stored = this.idempotency.announce(answer.toStored(this.idempotency.settings()));
			String expires = stored.firstOf(IdempotencyHeaders.EXPIRES);
			if (this.claim.complete(stored) && expires != null) {
				answer.setHeader(IdempotencyHeaders.EXPIRES, expires);
			}
		}
	}

	private boolean keeps(int status) {
		return this.idempotency.keeps(status, this.route);
	}

	private void await(HttpServletRequest request, RequestEnds ends) throws IOException {
		AsyncContext context = request.getAsyncContext();
		if (RawAsync.test(request)) {
			this.unseen = true;
			this.recording.pass();
			if (!ends.areSeen(request)) {
				this.claim.completeWithoutAnswer();
			}
		}
		context.addListener(new HandlerLeftListener(() -> this.handlerLeft = true));
	}

	/**
	 * Called when a dispatch has ended with an exception that goes on to the container.
	 */
	void failed(HttpServletRequest request, Throwable failure, RequestEnds ends) {
		if (!this.errorPageDue) {
			this.progress.failed(request, RootFailure.unwrap(failure));
		}
		if (this.errorPageDue || !ends.areSeen(request) || this.progress.isRefusedEarly() || this.claim.isJoined()) {
			letGo(FAILED);
		}
		else {
			// What it means to the caller is what the error page is going to say.
			expectErrorPage(request);
		}
	}

	private void expectErrorPage(HttpServletRequest request) {
		this.errorPageDue = true;
		this.errorPageMayFollowTheEnd = request.getDispatcherType() == DispatcherType.ASYNC;
	}

	/** Called before the first byte of an answer that is not held back. */
	private void passing() {
		int status = this.recording.getStatus();
		if (!this.unseen && keeps(status)) {
			this.claim.completeWithoutAnswer();
		}
		else if (!this.unseen && this.errorPageDue) {
			// The handler is over, and its caller may send the key again as soon as he
			// has the last byte of the error page.
			letGo(status);
		}
	}

	/** Called when the thread leaves a dispatch, after everything else. */
	void threadLeaves(boolean failed, RequestEnds ends) {
		ends.tellOf(this.claim);
		this.claim.threadEnds(failed);
	}

	/**
	 * Called when the container says that nothing more will come of the request. Tomcat
	 * says so once too early, before the error page of an asynchronous dispatch.
	 */
	void ended() {
		if (this.errorPageMayFollowTheEnd) {
			this.errorPageMayFollowTheEnd = false;
			this.claim.abandon();
			return;
		}
		if (this.unseen && !this.handlerLeft && keeps(this.recording.getStatus())) {
			this.claim.completeWithoutAnswer();
		}
		letGo(this.errorPageDue ? FAILED : this.recording.getStatus());
	}

	private void letGo(int status) {
		if (this.handlerLeft) {
			this.claim.abandon();
		}
		else if (this.progress.isUnknown(this.idempotency, status, this.claim.isJoined())) {
			this.claim.completeUnknown();
		}
		else {
			this.claim.release();
		}
	}

}
