package dev.mainstay.core.hardening.probe.servlet;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.mainstay.core.hardening.probe.ProbeAnswer;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a probe, which is sent to nobody. For one thread.
 */
final class ProbeResponse extends HttpServletResponseWrapper {

	private static final String CONTENT_TYPE = "Content-Type";

	private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private final ProbeOutput output = new ProbeOutput();

	private final PrintWriter writer = this.output.writer();

	private int status = SC_OK;

	private @Nullable String message;

	private boolean failed;

	private boolean committed;

	ProbeResponse() {
		super(Nothing.of(HttpServletResponse.class));
	}

	ProbeAnswer answer(boolean reached) {
		this.writer.flush();
		return new ProbeAnswer(reached, this.status, this.headers, this.output.text());
	}

	boolean isFailed() {
		return this.failed;
	}

	String message() {
		return (this.message != null) ? this.message : "";
	}

	/** As of a failure that nobody has answered. */
	void fail(int status) {
		if (!this.committed || this.failed) {
			resetBuffer();
			this.status = status;
			this.failed = true;
		}
	}

	/** An error page has all to write that the error has left. */
	void resume() {
		this.failed = false;
		this.committed = false;
	}

	@Override
	public void sendError(int status, @Nullable String message) {
		fail(status);
		this.message = message;
		this.committed = true;
	}

	@Override
	public void sendError(int status) {
		sendError(status, null);
	}

	@Override
	public void sendRedirect(String location) {
		sendRedirect(location, SC_FOUND, true);
	}

	@Override
	public void sendRedirect(String location, int status, boolean clearBuffer) {
		this.status = status;
		setHeader("Location", location);
		this.committed = true;
	}

	@Override
	public void setStatus(int status) {
		if (!this.committed) {
			this.status = status;
		}
	}

	@Override
	public int getStatus() {
		return this.status;
	}

	@Override
	public void setHeader(String name, @Nullable String value) {
		if (value == null) {
			this.headers.remove(name);
		}
		else if (!this.committed) {
			this.headers.put(name, new ArrayList<>(List.of(value)));
		}
	}

	@Override
	public void addHeader(String name, String value) {
		if (!this.committed) {
			this.headers.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value);
		}
	}

	@Override
	public void setIntHeader(String name, int value) {
		setHeader(name, String.valueOf(value));
	}

	@Override
	public void addIntHeader(String name, int value) {
		addHeader(name, String.valueOf(value));
	}

	@Override
	public void setDateHeader(String name, long date) {
		setHeader(name, String.valueOf(date));
	}

	@Override
	public void addDateHeader(String name, long date) {
		addHeader(name, String.valueOf(date));
	}

	@Override
	public void addCookie(Cookie cookie) {
		addHeader("Set-Cookie", cookie.getName() + "=...");
	}

	@Override
	public boolean containsHeader(String name) {
		return this.headers.containsKey(name);
	}

	@Override
	public @Nullable String getHeader(String name) {
		return this.headers.containsKey(name) ? this.headers.get(name).get(0) : null;
	}

	@Override
	public Collection<String> getHeaders(String name) {
		return this.headers.getOrDefault(name, List.of());
	}

	@Override
	public Collection<String> getHeaderNames() {
		return List.copyOf(this.headers.keySet());
	}

	@Override
	public void setContentType(@Nullable String type) {
		setHeader(CONTENT_TYPE, type);
	}

	@Override
	public @Nullable String getContentType() {
		return getHeader(CONTENT_TYPE);
	}

	@Override
	public String getCharacterEncoding() {
		return "UTF-8";
	}

	@Override
	public String encodeURL(String url) {
		return url;
	}

	@Override
	public String encodeRedirectURL(String url) {
		return url;
	}

	@Override
	public ServletOutputStream getOutputStream() {
		return this.output;
	}

	@Override
	public PrintWriter getWriter() {
		return this.writer;
	}

	@Override
	public int getBufferSize() {
		return Integer.MAX_VALUE;
	}

	@Override
	public void flushBuffer() {
		this.committed = true;
	}

	@Override
	public boolean isCommitted() {
		return this.committed;
	}

	@Override
	public void resetBuffer() {
		this.writer.flush();
		this.output.reset();
	}

	@Override
	public void reset() {
		resetBuffer();
		this.headers.clear();
		this.status = SC_OK;
	}

}
