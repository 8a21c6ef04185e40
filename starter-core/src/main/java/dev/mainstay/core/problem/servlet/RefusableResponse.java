package dev.mainstay.core.problem.servlet;

import java.io.IOException;
import java.io.PrintWriter;

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
		this.decided = true;
	}

	/** Called when nobody in the chain will say anything any more. */
	void endOfChain() throws IOException {
		if (!this.decided && !isCommitted() && !containsHeader(CONTENT_LENGTH) && !this.request.isAsyncStarted()) {
			refuse(getStatus(), null);
		}
	}

	@Override
	public void sendError(int sc) throws IOException {
		if (this.decided || !refuse(sc, null)) {
			super.sendError(sc);
		}
	}

	@Override
	public void sendError(int sc, String msg) throws IOException {
		if (this.decided || !refuse(sc, msg)) {
			super.sendError(sc, msg);
		}
	}

	/** The header fields that were set for the refusal stay, such as the challenge. */
	private boolean refuse(int status, @Nullable String message) throws IOException {
		if (!SecurityRefusals.isRefusal(status)) {
			return false;
		}
		this.decided = true;
		boolean forged = this.csrf || (status == SC_FORBIDDEN && CsrfRefusal.isUnderWay());
		HttpServletResponse response = (HttpServletResponse) getResponse();
		return this.refusals.answer(new SecurityRefusals.Refusal(this.request, response, status, message, forged),
				this.fresh);
	}

	@Override
	public void setStatus(int sc) {
		super.setStatus(sc);
		this.csrf = !this.decided && sc == SC_FORBIDDEN && CsrfRefusal.isUnderWay();
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		this.decided = true;
		return super.getOutputStream();
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		this.decided = true;
		return super.getWriter();
	}

}
