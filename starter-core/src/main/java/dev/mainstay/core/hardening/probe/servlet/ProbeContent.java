package dev.mainstay.core.hardening.probe.servlet;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import dev.mainstay.core.hardening.probe.Probe;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What a probe carries: headers, perhaps a parameter and a body. For one thread.
 */
final class ProbeContent extends HttpServletRequestWrapper {

	private static final String JSON = "application/json";

	private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private final @Nullable String query;

	private final byte[] body;

	private final ServletInputStream input;

	ProbeContent(Probe probe, ServletContext context) {
		super(ImaginedRequest.of(probe.verb(), probe.path(), context));
		this.query = probe.target().query();
		this.body = Objects.requireNonNullElse(probe.body(), "").getBytes(StandardCharsets.UTF_8);
		this.input = new ProbeInput(this.body);
		this.headers.put("Host", "localhost");
		this.headers.put("Accept", probe.target().accept());
		if (this.body.length > 0) {
			this.headers.put("Content-Type", JSON);
			this.headers.put("Content-Length", String.valueOf(this.body.length));
		}
	}

	@Override
	public @Nullable String getHeader(String name) {
		return this.headers.get(name);
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		String value = this.headers.get(name);
		return Collections.enumeration((value != null) ? List.of(value) : List.of());
	}

	@Override
	public Enumeration<String> getHeaderNames() {
		return Collections.enumeration(this.headers.keySet());
	}

	@Override
	public Locale getLocale() {
		return Locale.getDefault();
	}

	@Override
	public Enumeration<Locale> getLocales() {
		return Collections.enumeration(List.of(getLocale()));
	}

	@Override
	public @Nullable String getQueryString() {
		return this.query;
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		if (this.query == null) {
			return Map.of();
		}
		int end = this.query.indexOf('=');
		return Map.of(this.query.substring(0, end), new String[] { this.query.substring(end + 1) });
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return getParameterMap().get(name);
	}

	@Override
	public @Nullable String getParameter(String name) {
		String[] values = getParameterValues(name);
		return (values != null) ? values[0] : null;
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.enumeration(getParameterMap().keySet());
	}

	@Override
	public @Nullable String getContentType() {
		return getHeader("Content-Type");
	}

	@Override
	public int getContentLength() {
		return this.body.length;
	}

	@Override
	public long getContentLengthLong() {
		return this.body.length;
	}

	@Override
	public String getCharacterEncoding() {
		return StandardCharsets.UTF_8.name();
	}

	@Override
	public ServletInputStream getInputStream() {
		return this.input;
	}

	@Override
	public BufferedReader getReader() {
		return new BufferedReader(new InputStreamReader(this.input, StandardCharsets.UTF_8));
	}

}
