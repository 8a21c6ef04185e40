package dev.mainstay.core.request.servlet;

import java.util.List;

import dev.mainstay.core.request.HeaderBytes;
import dev.mainstay.core.request.HeaderField;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.ResponseHead;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * The head of an answer as a servlet container holds it.
 */
record ServletHead(HttpServletRequest request, HttpServletResponse response, int status,
		@Nullable HeaderBytes headerBytes) implements ResponseHead {

	@Override
	public String method() {
		return this.request.getMethod();
	}

	@Override
	public String path() {
		return this.request.getRequestURI();
	}

	@Override
	public @Nullable RequestExchange exchange() {
		return (this.request.getAttribute(RequestExchange.ATTRIBUTE) instanceof RequestExchange begun) ? begun : null;
	}

	@Override
	public @Nullable String requestHeader(String name) {
		return this.request.getHeader(name);
	}

	@Override
	public boolean isRequestHeader(String name, String value) {
		HeaderBytes bytes = this.headerBytes;
		return (bytes != null) ? bytes.received(name, value) : value.equals(requestHeader(name));
	}

	@Override
	public boolean secure() {
		return this.request.isSecure();
	}

	@Override
	public @Nullable String header(String name) {
		String value = this.response.getHeader(name);
		return (value == null && name.equalsIgnoreCase("Content-Type")) ? this.response.getContentType() : value;
	}

	@Override
	public List<String> headers(String name) {
		return List.copyOf(this.response.getHeaders(name));
	}

	@Override
	public boolean setHeaders(String name, List<String> values) {
		this.response.setHeader(name, values.get(0));
		values.stream().skip(1).forEach((value) -> this.response.addHeader(name, value));
		return true;
	}

	@Override
	public void setHeader(String name, String value) {
		this.response.setHeader(name, value);
	}

	@Override
	public void setHeaderIfAbsent(String name, String value) {
		setIfAbsent(HeaderField.of(name, value));
	}

	@Override
	public void setIfAbsent(HeaderField field) {
		HeaderBytes bytes = this.headerBytes;
		if (header(field.name()) == null && (bytes == null || !bytes.add(this.response, field))) {
			setHeader(field.name(), field.value());
		}
	}

}
