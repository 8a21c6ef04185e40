package dev.mainstay.core.request.reactive;

import java.util.List;
import java.util.Objects;

import dev.mainstay.core.request.RequestStart;
import dev.mainstay.core.request.ResponseHead;
import io.netty.handler.codec.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServerRequest;

/**
 * The head of an answer that Netty gives by itself, to a request of which it may not have
 * read anything.
 */
record NettyHead(RequestStart start, @Nullable HttpServerRequest request,
		HttpResponse response) implements ResponseHead {

	@Override
	public String method() {
		return Objects.requireNonNullElse(this.start.method(), "");
	}

	@Override
	public String path() {
		return Objects.requireNonNullElse(this.start.path(), "");
	}

	@Override
	public @Nullable String requestHeader(String name) {
		return (this.request != null) ? this.request.requestHeaders().get(name) : null;
	}

	@Override
	public boolean secure() {
		return this.request != null && "https".equals(this.request.scheme());
	}

	@Override
	public int status() {
		return this.response.status().code();
	}

	@Override
	public @Nullable String header(String name) {
		return this.response.headers().get(name);
	}

	@Override
	public List<String> headers(String name) {
		return List.copyOf(this.response.headers().getAll(name));
	}

	@Override
	public boolean setHeaders(String name, List<String> values) {
		this.response.headers().set(name, values);
		return true;
	}

	@Override
	public void setHeader(String name, String value) {
		this.response.headers().set(name, value);
	}

}
