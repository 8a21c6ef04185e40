package dev.mainstay.core.request.reactive;

import dev.mainstay.core.request.ResponseHead;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * The head of an answer as WebFlux holds it.
 */
record ReactiveHead(ServerHttpRequest request, ServerHttpResponse response, int status) implements ResponseHead {

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
		return this.response.getHeaders().getFirst(name);
	}

	@Override
	public void setHeader(String name, String value) {
		this.response.getHeaders().set(name, value);
	}

}
