package dev.mainstay.core.request.reactive;

import dev.mainstay.core.request.ResponseHead;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * The head of an answer as WebFlux holds it.
 */
record ReactiveHead(ServerHttpRequest request, ServerHttpResponse response) implements ResponseHead {

	private static final int OK = 200;

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
	public int status() {
		HttpStatusCode status = this.response.getStatusCode();
		return (status != null) ? status.value() : OK;
	}

	/**
	 * Whether the client has asked to go on with another protocol. Who grants it has the
	 * head completed before, and sets the status where nobody sees it.
	 */
	boolean mayBeUpgraded() {
		return "websocket".equalsIgnoreCase(this.request.getHeaders().getUpgrade());
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
