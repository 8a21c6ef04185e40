package dev.mainstay.core.request.reactive;

import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.ResponseHead;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * The head of an answer as WebFlux holds it.
 */
record ReactiveHead(RequestExchange exchange, ServerHttpRequest request, ServerHttpResponse response,
		int status) implements ResponseHead {

	@Override
	public String method() {
		return this.request.getMethod().name();
	}

	@Override
	public String path() {
		return this.request.getURI().getRawPath();
	}

	@Override
	public @Nullable String requestHeader(String name) {
		return this.request.getHeaders().getFirst(name);
	}

	@Override
	public boolean secure() {
		return this.request.getSslInfo() != null || "https".equals(this.request.getURI().getScheme());
	}

	@Override
	public @Nullable String header(String name) {
		String value = this.response.getHeaders().getFirst(name);
		return (value != null || !hasCookies(name)) ? value
				: this.response.getCookies().values().iterator().next().get(0).toString();
	}

	/** Cookies become header fields when this is over. */
	private boolean hasCookies(String name) {
		return !this.response.getCookies().isEmpty() && HttpHeaders.SET_COOKIE.equalsIgnoreCase(name);
	}

	@Override
	public List<String> headers(String name) {
		List<String> values = new ArrayList<>(this.response.getHeaders().getOrEmpty(name));
		if (hasCookies(name)) {
			this.response.getCookies()
				.values()
				.forEach((cookies) -> cookies.forEach((cookie) -> values.add(cookie.toString())));
		}
		return List.copyOf(values);
	}

	@Override
	public boolean setHeaders(String name, List<String> values) {
		if (hasCookies(name)) {
			this.response.getCookies().clear();
		}
		this.response.getHeaders().put(name, new ArrayList<>(values));
		return true;
	}

	@Override
	public void setHeader(String name, String value) {
		this.response.getHeaders().set(name, value);
	}

}
