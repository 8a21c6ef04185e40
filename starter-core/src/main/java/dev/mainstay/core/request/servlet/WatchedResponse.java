package dev.mainstay.core.request.servlet;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;

import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.RequestExchange;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Notices when the head of an answer goes out. Servlet containers tell nobody, so every
 * call that may send the head is preceded by completing it, and followed by a look at
 * whether it was sent. It may be completed too early, never too late: the container may
 * go on buffering where we expect it to send.
 */
final class WatchedResponse extends HttpServletResponseWrapper {

	private final RequestExchange exchange;

	private final AnswerHeads heads;

	private final HttpServletRequest request;

	private @Nullable WatchedOutputStream stream;

	private @Nullable WatchedWriter writer;

	private volatile boolean complete;

	private volatile boolean statusNoted;

	private boolean errorSent;

	private long written;

	private long contentLength = Long.MAX_VALUE;

	WatchedResponse(RequestExchange exchange, AnswerHeads heads, HttpServletRequest request,
			HttpServletResponse response) {
		super(response);
		this.exchange = exchange;
		this.heads = heads;
		this.request = request;
	}

	/** Called before something that sends the head unless it was sent. */
	void beforeSend() {
		beforeSend(getStatus());
	}

	private void beforeSend(int status) {
		if (!this.complete && !isCommitted()) {
			this.complete = true;
			this.heads.complete(this.exchange, head(status));
		}
	}

	/** Called before so many bytes are written. */
	void beforeWrite(long bytes) {
		if (!this.complete) {
			this.written += bytes;
			if (this.written >= getBufferSize() || this.written >= this.contentLength) {
				beforeSend();
			}
		}
	}

	/** Called after something that may have sent the head. */
	void afterWrite() {
		if (!this.statusNoted && !this.errorSent && isCommitted()) {
			this.statusNoted = true;
			this.exchange.committed(getStatus());
		}
	}

	/** Called when nothing of the application will write any more in this dispatch. */
	void endOfChain() {
		if (!this.errorSent) {
			beforeSend();
		}
	}

	/** Called when somebody else will write, out of our sight. */
	void identify() {
		if (!isCommitted()) {
			this.heads.identify(this.exchange, head(getStatus()));
		}
	}

	private ServletHead head(int status) {
		return new ServletHead(this.request, (HttpServletResponse) getResponse(), status);
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		ServletOutputStream delegate = super.getOutputStream();
		WatchedOutputStream watched = this.stream;
		if (watched == null || !watched.isFor(delegate)) {
			watched = new WatchedOutputStream(this, delegate);
			this.stream = watched;
		}
		return watched;
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		PrintWriter delegate = super.getWriter();
		WatchedWriter watched = this.writer;
		if (watched == null || !watched.isFor(delegate)) {
			watched = new WatchedWriter(this, delegate,
					Charset.forName(getCharacterEncoding()).newEncoder().maxBytesPerChar());
			this.writer = watched;
		}
		return watched;
	}

	@Override
	public void flushBuffer() throws IOException {
		beforeSend();
		super.flushBuffer();
		afterWrite();
	}

	/** An error page follows, with a response of its own, unless this is one already. */
	private void beforeError(int status) {
		if (this.request.getDispatcherType() == DispatcherType.ERROR) {
			beforeSend(status);
		}
		else {
			identify();
		}
	}

	@Override
	public void sendError(int sc) throws IOException {
		beforeError(sc);
		super.sendError(sc);
		this.errorSent = true;
	}

	@Override
	public void sendError(int sc, String msg) throws IOException {
		beforeError(sc);
		super.sendError(sc, msg);
		this.errorSent = true;
	}

	@Override
	public void sendRedirect(String location) throws IOException {
		beforeSend(SC_FOUND);
		super.sendRedirect(location);
	}

	@Override
	public void sendRedirect(String location, int sc) throws IOException {
		beforeSend(sc);
		super.sendRedirect(location, sc);
	}

	@Override
	public void sendRedirect(String location, boolean clearBuffer) throws IOException {
		beforeSend(SC_FOUND);
		super.sendRedirect(location, clearBuffer);
	}

	@Override
	public void sendRedirect(String location, int sc, boolean clearBuffer) throws IOException {
		beforeSend(sc);
		super.sendRedirect(location, sc, clearBuffer);
	}

	@Override
	public void reset() {
		super.reset();
		this.complete = false;
		this.errorSent = false;
		this.written = 0;
		this.contentLength = Long.MAX_VALUE;
	}

	@Override
	public void resetBuffer() {
		super.resetBuffer();
		this.written = 0;
	}

	@Override
	public void setContentLength(int len) {
		super.setContentLength(len);
		announce(len);
	}

	@Override
	public void setContentLengthLong(long len) {
		super.setContentLengthLong(len);
		announce(len);
	}

	@Override
	public void setHeader(String name, String value) {
		super.setHeader(name, value);
		announce(name, value);
	}

	@Override
	public void addHeader(String name, String value) {
		super.addHeader(name, value);
		announce(name, value);
	}

	@Override
	public void setIntHeader(String name, int value) {
		super.setIntHeader(name, value);
		announce(name, Integer.toString(value));
	}

	@Override
	public void addIntHeader(String name, int value) {
		super.addIntHeader(name, value);
		announce(name, Integer.toString(value));
	}

	private void announce(String name, @Nullable String value) {
		if ("Content-Length".equalsIgnoreCase(name)) {
			announce((value != null && value.matches("\\d{1,18}")) ? Long.parseLong(value) : -1);
		}
	}

	private void announce(long length) {
		this.contentLength = (length >= 0) ? length : Long.MAX_VALUE;
	}

}
