package dev.mainstay.core.request.servlet;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.RequestExchange;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Shows the watch of the head every call that may send the head of an answer.
 */
final class WatchedResponse extends HttpServletResponseWrapper {

	/** To make an encoder, only to ask it, costs more than the answer. */
	private static final Map<Charset, Float> BYTES_PER_CHAR = new ConcurrentHashMap<>();

	private final HeadWatch head;

	private @Nullable WatchedOutputStream stream;

	private @Nullable WatchedWriter writer;

	WatchedResponse(RequestExchange exchange, AnswerHeads heads, HttpServletRequest request,
			HttpServletResponse response) {
		super(response);
		this.head = new HeadWatch(exchange, heads, request, this);
	}

	HeadWatch head() {
		return this.head;
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		ServletOutputStream delegate = super.getOutputStream();
		WatchedOutputStream watched = this.stream;
		if (watched == null || !watched.isFor(delegate)) {
			watched = new WatchedOutputStream(this.head, delegate);
			this.stream = watched;
		}
		return watched;
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		PrintWriter delegate = super.getWriter();
		WatchedWriter watched = this.writer;
		if (watched == null || !watched.isFor(delegate)) {
			watched = new WatchedWriter(this.head, delegate, bytesPerChar());
			this.writer = watched;
		}
		return watched;
	}

	private float bytesPerChar() {
		return BYTES_PER_CHAR.computeIfAbsent(Charset.forName(getCharacterEncoding()),
				(charset) -> charset.newEncoder().maxBytesPerChar());
	}

	@Override
	public void flushBuffer() throws IOException {
		this.head.beforeSend();
		super.flushBuffer();
		this.head.afterWrite();
	}

	@Override
	public void sendError(int sc) throws IOException {
		this.head.beforeError(sc);
		super.sendError(sc);
		this.head.afterError();
	}

	@Override
	public void sendError(int sc, String msg) throws IOException {
		this.head.beforeError(sc);
		super.sendError(sc, msg);
		this.head.afterError();
	}

	@Override
	public void sendRedirect(String location) throws IOException {
		this.head.beforeSend(SC_FOUND);
		super.sendRedirect(location);
	}

	@Override
	public void sendRedirect(String location, int sc) throws IOException {
		this.head.beforeSend(sc);
		super.sendRedirect(location, sc);
	}

	@Override
	public void sendRedirect(String location, boolean clearBuffer) throws IOException {
		this.head.beforeSend(SC_FOUND);
		super.sendRedirect(location, clearBuffer);
	}

	@Override
	public void sendRedirect(String location, int sc, boolean clearBuffer) throws IOException {
		this.head.beforeSend(sc);
		super.sendRedirect(location, sc, clearBuffer);
	}

	@Override
	public void reset() {
		super.reset();
		this.head.reset();
	}

	@Override
	public void resetBuffer() {
		super.resetBuffer();
		this.head.resetBuffer();
	}

	@Override
	public void setContentLength(int len) {
		super.setContentLength(len);
		this.head.contentLength(len);
	}

	@Override
	public void setContentLengthLong(long len) {
		super.setContentLengthLong(len);
		this.head.contentLength(len);
	}

	@Override
	public void setHeader(String name, String value) {
		super.setHeader(name, value);
		this.head.header(name, value);
	}

	@Override
	public void addHeader(String name, String value) {
		super.addHeader(name, value);
		this.head.header(name, value);
	}

	@Override
	public void setIntHeader(String name, int value) {
		super.setIntHeader(name, value);
		this.head.header(name, Integer.toString(value));
	}

	@Override
	public void addIntHeader(String name, int value) {
		super.addIntHeader(name, value);
		this.head.header(name, Integer.toString(value));
	}

}
