package dev.mainstay.resilience.idempotency.servlet;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import dev.mainstay.resilience.http.StreamingTypes;
import dev.mainstay.resilience.idempotency.IdempotencySettings;
import dev.mainstay.resilience.idempotency.StoredResponse;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Holds an answer back until it is complete, so that it is stored before the client gets
 * it. An answer that is a stream, or becomes too large, passes from that moment on.
 */
final class RecordingResponse extends HttpServletResponseWrapper {

	/** Set by Spring before the first byte of an answer that is to be seen by pieces. */
	private static final String STREAMING = ShallowEtagHeaderFilter.class.getName() + ".STREAMING";

	private final HttpServletRequest request;

	private final AnswerBuffer body;

	/** The headers that were there before anybody has answered. */
	private final Set<String> headersBefore;

	private volatile boolean error;

	private volatile boolean redirect;

	private volatile boolean holdsRedirects;

	private volatile @Nullable HeldRedirect held;

	private volatile @Nullable ServletOutputStream stream;

	private volatile @Nullable PrintWriter writer;

	/**
	 * Record a response.
	 * @param request its request
	 * @param response where the answer goes
	 * @param limit the most bytes that are held back
	 * @param onPassing called once, before the first byte passes
	 */
	RecordingResponse(HttpServletRequest request, HttpServletResponse response, int limit, Runnable onPassing) {
		super(response);
		this.request = request;
		this.body = new AnswerBuffer(limit, response::getOutputStream, onPassing);
		this.headersBefore = Set.copyOf(response.getHeaderNames());
	}

	/** Let no container answer with a redirect before it is asked to {@link #send}. */
	void holdRedirects() {
		this.holdsRedirects = true;
	}

	/** Whether the answer is on its way to the client. */
	boolean isPassing() {
		return this.body.isPassing();
	}

	/** Whether the container was asked to answer with an error page. */
	boolean isError() {
		return this.error;
	}

	/** Whether somebody has begun to answer without this wrapper. */
	boolean wasBypassed() {
		return !isPassing() && !this.error && !this.redirect && isCommitted();
	}

	/** The body that was held back. */
	byte[] body() {
		return this.body.bytes();
	}

	/** The answer as a repetition gets it. */
	StoredResponse toStored(IdempotencySettings settings) {
		return new StoredResponse(getStatus(), settings.replayedHeadersOf(this::valuesOf), body());
	}

	private List<String> valuesOf(String name) {
		if ("Content-Type".equalsIgnoreCase(name)) {
			return (getContentType() != null) ? List.of(getContentType()) : List.of();
		}
		return (getHeader(name) != null) ? List.copyOf(getHeaders(name)) : List.of();
	}

	/** Send what was held back. */
	void send() throws IOException {
		this.body.send();
		sendHeldRedirect();
	}

	/** Send what was held back, and let everything else pass. */
	void pass() throws IOException {
		this.body.pass();
		sendHeldRedirect();
	}

	private void sendHeldRedirect() throws IOException {
		HeldRedirect due = this.held;
		if (due != null) {
			this.held = null;
			super.sendRedirect(due.location(), due.status(), due.clearBuffer());
		}
	}

	/**
	 * Drop what was answered, so that something else can be. Cookies stay: one may be of
	 * a session that was begun.
	 */
	void forget() {
		this.held = null;
		if (!isPassing() && !isCommitted()) {
			this.body.discard();
			this.error = false;
			this.redirect = false;
			setStatus(SC_OK);
			setContentType(null);
			getHeaderNames().stream()
				.filter((name) -> !this.headersBefore.contains(name) && !"Set-Cookie".equalsIgnoreCase(name))
				.toList()
				.forEach((name) -> setHeader(name, null));
		}
	}

	@Override
	public ServletOutputStream getOutputStream() {
		ServletOutputStream current = this.stream;
		if (current == null) {
			current = new RecordingOutputStream(this);
			this.stream = current;
		}
		return current;
	}

	@Override
	public PrintWriter getWriter() {
		PrintWriter current = this.writer;
		if (current == null) {
			String encoding = getCharacterEncoding();
			Charset charset = (encoding != null) ? Charset.forName(encoding) : StandardCharsets.ISO_8859_1;
			// As the container does it: the encoding is fixed now, and announced.
			setCharacterEncoding(charset.name());
			current = new RecordingWriter(this, charset);
			this.writer = current;
		}
		return current;
	}

	void write(byte[] bytes, int offset, int length) throws IOException {
		if (this.held == null) {
			this.body.write(bytes, offset, length, !isPassing() && isStream());
		}
	}

	ServletOutputStream target() throws IOException {
		return super.getOutputStream();
	}

	private boolean isStream() {
		return this.request.getAttribute(STREAMING) != null || StreamingTypes.include(getContentType());
	}

	@Override
	public void flushBuffer() throws IOException {
		flushHeld();
	}

	void flushHeld() throws IOException {
		if (!isPassing() && isStream()) {
			pass();
		}
		if (isPassing()) {
			super.flushBuffer();
		}
	}

	@Override
	public void reset() {
		super.reset();
		this.body.discard();
		this.held = null;
		this.stream = null;
		this.writer = null;
	}

	@Override
	public void resetBuffer() {
		super.resetBuffer();
		this.body.discard();
	}

	@Override
	public void sendError(int status) throws IOException {
		super.sendError(status);
		failed();
	}

	@Override
	public void sendError(int status, String message) throws IOException {
		super.sendError(status, message);
		failed();
	}

	private void failed() {
		this.body.discard();
		this.held = null;
		this.error = true;
	}

	@Override
	public int getStatus() {
		HeldRedirect due = this.held;
		return (due != null) ? due.status() : super.getStatus();
	}

	@Override
	public @Nullable String getHeader(String name) {
		HeldRedirect due = this.held;
		return (due != null && "Location".equalsIgnoreCase(name)) ? due.location() : super.getHeader(name);
	}

	@Override
	public Collection<String> getHeaders(String name) {
		HeldRedirect due = this.held;
		return (due != null && "Location".equalsIgnoreCase(name)) ? List.of(due.location()) : super.getHeaders(name);
	}

	@Override
	public boolean isCommitted() {
		return this.held != null || super.isCommitted();
	}

	@Override
	public void sendRedirect(String location) throws IOException {
		sendRedirect(location, SC_FOUND, true);
	}

	@Override
	public void sendRedirect(String location, int status) throws IOException {
		sendRedirect(location, status, true);
	}

	@Override
	public void sendRedirect(String location, boolean clearBuffer) throws IOException {
		sendRedirect(location, SC_FOUND, clearBuffer);
	}

	@Override
	public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
		if (this.holdsRedirects && !isPassing() && !isCommitted()) {
			this.held = HeldRedirect.of(this.request, location, status, clearBuffer);
		}
		else {
			super.sendRedirect(location, status, clearBuffer);
		}
		this.body.discard();
		this.redirect = true;
	}

}
