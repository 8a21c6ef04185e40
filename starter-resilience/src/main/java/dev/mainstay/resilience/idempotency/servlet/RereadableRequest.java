package dev.mainstay.resilience.idempotency.servlet;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body was read and is there to be read by the handler as if nobody had
 * touched it: as a stream, as text, or as the parameters of a form.
 */
final class RereadableRequest extends HttpServletRequestWrapper {

	private final InputStream body;

	/** The whole body, if it is a form whose parameters the container would parse. */
	private final byte @Nullable [] form;

	private @Nullable Map<String, String[]> parameters;

	private @Nullable ServletInputStream stream;

	private @Nullable BufferedReader reader;

	private RereadableRequest(HttpServletRequest request, InputStream body, byte @Nullable [] form) {
		super(request);
		this.body = body;
		this.form = form;
	}

	static RereadableRequest of(HttpServletRequest request, byte[] body) {
		return new RereadableRequest(request, new ByteArrayInputStream(body), isFormPost(request) ? body : null);
	}

	/** A body of which the beginning was read; its parameters are lost to everybody. */
	static RereadableRequest of(HttpServletRequest request, InputStream body) {
		return new RereadableRequest(request, body, null);
	}

	static boolean isForm(HttpServletRequest request) {
		String contentType = request.getContentType();
		return contentType != null && contentType.regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33);
	}

	/** The container parses the body of a POST only (Servlet 6.1, section 3.1.1). */
	private static boolean isFormPost(HttpServletRequest request) {
		return "POST".equals(request.getMethod()) && isForm(request);
	}

	@Override
	public ServletInputStream getInputStream() {
		if (this.reader != null) {
			throw new IllegalStateException("getReader() has already been called for this request");
		}
		if (this.stream == null) {
			this.stream = new BodyInputStream(this.body);
		}
		return this.stream;
	}

	@Override
	public BufferedReader getReader() throws IOException {
		if (this.reader == null) {
			if (this.stream != null) {
				throw new IllegalStateException("getInputStream() has already been called for this request");
			}
			this.reader = new BufferedReader(new InputStreamReader(this.body, charset(StandardCharsets.ISO_8859_1)));
		}
		return this.reader;
	}

	private Charset charset(Charset fallback) {
		String encoding = getCharacterEncoding();
		return (encoding != null) ? Charset.forName(encoding) : fallback;
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		if (this.form == null) {
			return super.getParameterMap();
		}
		if (this.parameters == null) {
			this.parameters = Collections.unmodifiableMap(
					FormParameters.merge(super.getParameterMap(), this.form, charset(StandardCharsets.UTF_8)));
		}
		return this.parameters;
	}

	@Override
	public @Nullable String getParameter(String name) {
		if (this.form == null) {
			return super.getParameter(name);
		}
		String[] values = getParameterValues(name);
		return (values != null) ? values[0] : null;
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return (this.form == null) ? super.getParameterValues(name) : getParameterMap().get(name);
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return (this.form == null) ? super.getParameterNames() : Collections.enumeration(getParameterMap().keySet());
	}

}
