package dev.mainstay.core.problem.servlet;

import java.io.IOException;
import java.io.PrintWriter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Notices what Spring Security says to a request that it does not let through. Who takes
 * the stream or the writer has something to say, and is left alone.
 */
final class RefusableResponse extends HttpServletResponseWrapper {

	static final String ATTRIBUTE = RefusableResponse.class.getName();

	private static final String CONTENT_LENGTH = "Content-Length";

	private final HttpServletRequest request;

	private final SecurityRefusals refusals;

	private final boolean fresh;

	private boolean decided;

	private boolean csrf;

	private boolean told;

	private @Nullable Runnable beforeAnswer;

	/**
	 * Wrap a response.
	 * @param fresh whether the request came without a session
	 */
	RefusableResponse(HttpServletRequest request, HttpServletResponse response, SecurityRefusals refusals,
			boolean fresh) {
		super(response);
		this.request = request;
		this.refusals = refusals;
		this.fresh = fresh;
	}

	/** From now on the answer is the application's own. */
	void passed() {
		decide();
	}

	/** The application threw the request back; Spring Security may know the exception. */
	void threwBack() {
		this.decided = isCommitted();
	}

	/**
	 * Have something done before anybody but us answers, or looks at the session; not if
	 * that has begun.
	 */
	boolean beforeAnswer(Runnable work) {
		if (!this.decided) {
			this.beforeAnswer = work;
		}
		return !this.decided;
	}

	private void decide() {
		this.decided = true;
		catchUp();
	}

	/** Do what waits for the answer. */
	void catchUp() {
		Runnable work = this.beforeAnswer;
		this.beforeAnswer = null;
		if (work != null) {
			work.run();
		}
	}

	/** Called when nobody in the chain will say anything any more. */
	void endOfChain() throws IOException {
		if (!this.decided) {
			boolean empty = !isCommitted() && !containsHeader(CONTENT_LENGTH) && !this.request.isAsyncStarted();
			if (!empty || !refuse(getStatus(), null)) {
				decide();
			}
		}
	}

	@Override
	public void sendError(int sc) throws IOException {
		if (this.decided || !refuse(sc, null)) {
			decide();
			super.sendError(sc);
		}
	}

	@Override
	public void sendError(int sc, String msg) throws IOException {
		if (this.decided || !refuse(sc, msg)) {
			decide();
			super.sendError(sc, msg);
		}
	}

	/** The header fields that were set for the refusal stay, such as the challenge. */
	private boolean refuse(int status, @Nullable String message) throws IOException {
		HttpServletResponse response = (HttpServletResponse) getResponse();
		if (!SecurityRefusals.isRefusal(status)) {
			this.decided = false;
		}
		else if (this.request.getDispatcherType() == DispatcherType.ERROR) {
			Refusal first = Refusal.remembered(this.request);
			this.decided = (first != null) ? this.refusals.answerAgain(first.in(this.request, response))
					: this.refusals.answerFailure(this.request, response);
		}
		else {
			lookForForgery(status);
			this.decided = this.refusals.answer(new Refusal(this.request, response, status, message, this.csrf),
					this.fresh);
		}
		return this.decided;
	}

	@Override
	public void setStatus(int sc) {
		super.setStatus(sc);
		this.csrf &= sc == SC_FORBIDDEN;
		lookForForgery(sc);
	}

	private void lookForForgery(int status) {
		this.csrf |= !this.decided && status == SC_FORBIDDEN && CsrfRefusal.isUnderWay();
		if (this.csrf && !this.told) {
			this.told = true;
			this.refusals.forged(this.request);
		}
	}

	@Override
	public void sendRedirect(String location, int sc, boolean clearBuffer) throws IOException {
		decide();
		super.sendRedirect(location, sc, clearBuffer);
	}

	@Override
	public void sendRedirect(String location) throws IOException {
		decide();
		super.sendRedirect(location);
	}

	@Override
	public void sendRedirect(String location, int sc) throws IOException {
		decide();
		super.sendRedirect(location, sc);
	}

	@Override
	public void sendRedirect(String location, boolean clearBuffer) throws IOException {
		decide();
		super.sendRedirect(location, clearBuffer);
	}

	@Override
	public void flushBuffer() throws IOException {
		decide();
		super.flushBuffer();
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		decide();
		return super.getOutputStream();
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		decide();
		return super.getWriter();
	}

}
