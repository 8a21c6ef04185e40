package dev.mainstay.security.browser.reactive;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;

/**
 * Keeps to itself what is noted in an exchange, and set in its answer, while its handler
 * is looked for.
 */
final class LookUpExchange extends ServerWebExchangeDecorator {

	private final Map<String, Object> attributes;

	private final ServerHttpResponse response;

	LookUpExchange(ServerWebExchange exchange) {
		super(exchange);
		this.attributes = new HashMap<>(exchange.getAttributes());
		this.response = new LookUpResponse(exchange.getResponse());
	}

	@Override
	public Map<String, Object> getAttributes() {
		return this.attributes;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> @Nullable T getAttribute(String name) {
		return (T) this.attributes.get(name);
	}

	@Override
	public ServerHttpResponse getResponse() {
		return this.response;
	}

	/** An answer that is never sent. */
	private static final class LookUpResponse extends ServerHttpResponseDecorator {

		private final HttpHeaders headers = new HttpHeaders();

		LookUpResponse(ServerHttpResponse response) {
			super(response);
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

		@Override
		public boolean setStatusCode(@Nullable HttpStatusCode status) {
			return true;
		}

	}

}
