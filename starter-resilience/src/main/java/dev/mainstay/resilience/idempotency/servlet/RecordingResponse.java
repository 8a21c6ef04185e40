package dev.mainstay.resilience.idempotency.servlet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import dev.mainstay.resilience.idempotency.StreamingTypes;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
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

	private final ServletRequest request;

	private final int limit;

	private final Runnable onPassing;

	private final ByteArrayOutputStream held = new ByteArrayOutputStream();

	private volatile boolean passing;

	private volatile boolean error;

	private volatile boolean redirect;

	private boolean discarding;

	private @Nullable ServletOutputStream stream;

	private @Nullable PrintWriter writer;

	/**
	 * Record a response.
	 * @param request its request
	 * @param response where the answer goes
	 * @param limit the most bytes that are held back
	 * @param onPassing called once, before the first byte passes
	 */
	RecordingResponse(ServletRequest request, HttpServletResponse response, int limit, Runnable onPassing) {
		super(response);
		this.request = request;
		this.limit = limit;
		this.onPassing = onPassing;
	}

	/** Whether the answer is on its way to the client. */
	boolean isPassing() {
		return this.passing;
	}

	/** Whether the container was asked to answer with an error page. */
	boolean isError() {
		return this.error;
	}

	/** Whether somebody has begun to answer without this wrapper. */
	boolean wasBypassed() {
		return !this.passing && !this.error && !this.redirect && isCommitted();
	}

	/** The body that was held back. */
	synchronized byte[] body() {
		if (this.writer != null) {
			this.writer.flush();
		}
		return this.held.toByteArray();
	}

	/** Send what was held back. */
	synchronized void send() throws IOException {
		if (!this.passing && this.held.size() > 0) {
			this.held.writeTo(super.getOutputStream());
			this.held.reset();
		}
	}

	/** Send what was held back, and let everything else pass. */
	synchronized void pass() throws IOException {
		if (!this.passing) {
			this.onPassing.run();
			send();
			this.passing = true;
		}
	}

	@Override
	public synchronized ServletOutputStream getOutputStream() {
		if (this.stream == null) {
			this.stream = new RecordingOutputStream(this);
		}
		return this.stream;
	}

	@Override
	public synchronized PrintWriter getWriter() {
		if (this.writer == null) {
			String encoding = getCharacterEncoding();
			Charset charset = (encoding != null) ? Charset.forName(encoding) : StandardCharsets.ISO_8859_1;
			// As the container does it: the encoding is fixed now, and announced.
			setCharacterEncoding(charset.name());
			this.writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), charset));
		}
		return this.writer;
	}

	synchronized void write(byte[] bytes, int offset, int length) throws IOException {
		if (this.discarding) {
			return;
		}
		if (!this.passing && (isStream() || this.held.size() + length > this.limit)) {
			pass();
		}
		if (this.passing) {
			super.getOutputStream().write(bytes, offset, length);
		}
		else {
			this.held.write(bytes, offset, length);
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
		if (this.writer != null) {
			this.writer.flush();
		}
		flushHeld();
	}

	synchronized void flushHeld() throws IOException {
		if (!this.passing && isStream()) {
			pass();
		}
		if (this.passing) {
			super.flushBuffer();
		}
	}

	@Override
	public synchronized void reset() {
		super.reset();
		discard();
		this.stream = null;
		this.writer = null;
	}

	@Override
	public synchronized void resetBuffer() {
		super.resetBuffer();
		discard();
	}

	private void discard() {
		this.discarding = true;
		if (this.writer != null) {
			this.writer.flush();
		}
		this.discarding = false;
		this.held.reset();
	}

	@Override
	public synchronized void sendError(int status) throws IOException {
		super.sendError(status);
		failed();
	}

	@Override
	public synchronized void sendError(int status, String message) throws IOException {
		super.sendError(status, message);
		failed();
	}

	private void failed() {
		discard();
		this.error = true;
	}

	@Override
	public synchronized void sendRedirect(String location) throws IOException {
		super.sendRedirect(location);
		redirected();
	}

	@Override
	public synchronized void sendRedirect(String location, int status) throws IOException {
		super.sendRedirect(location, status);
		redirected();
	}

	@Override
	public synchronized void sendRedirect(String location, boolean clearBuffer) throws IOException {
		super.sendRedirect(location, clearBuffer);
		redirected();
	}

	@Override
	public synchronized void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
		super.sendRedirect(location, status, clearBuffer);
		redirected();
	}

	private void redirected() {
		discard();
		this.redirect = true;
	}

}
