package dev.mainstay.core.validation.paging.reactive;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import dev.mainstay.core.validation.paging.PagingRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;

/**
 * A request for a page on the reactive stack.
 */
record ReactivePagingRequest(ServerWebExchange exchange,
		Function<ServerWebExchange, @Nullable Object> resolver) implements PagingRequest {

	@Override
	public String @Nullable [] values(String name) {
		List<String> values = this.exchange.getRequest().getQueryParams().get(name);
		return (values != null) ? values.toArray(String[]::new) : null;
	}

	@Override
	public @Nullable Object resolve() {
		return this.resolver.apply(this.exchange);
	}

	@Override
	public @Nullable Object resolve(Function<String, String @Nullable []> parameters) {
		ServerHttpRequest request = new OtherRequest(this.exchange.getRequest(), new OtherParameters(parameters));
		return this.resolver.apply(new OtherExchange(this.exchange, request));
	}

	@Override
	public boolean mark(String attribute) {
		return this.exchange.getAttributes().putIfAbsent(attribute, true) == null;
	}

	/** The same exchange with another request. */
	private static final class OtherExchange extends ServerWebExchangeDecorator {

		private final ServerHttpRequest request;

		OtherExchange(ServerWebExchange exchange, ServerHttpRequest request) {
			super(exchange);
			this.request = request;
		}

		@Override
		public ServerHttpRequest getRequest() {
			return this.request;
		}

	}

	/** The same request, sent with other parameters. */
	private static final class OtherRequest extends ServerHttpRequestDecorator {

		private final MultiValueMap<String, String> parameters;

		OtherRequest(ServerHttpRequest request, MultiValueMap<String, String> parameters) {
			super(request);
			this.parameters = parameters;
		}

		@Override
		public MultiValueMap<String, String> getQueryParams() {
			return this.parameters;
		}

	}

	/** Says for each name what it is told to. */
	private static final class OtherParameters extends LinkedMultiValueMap<String, String> {

		private static final long serialVersionUID = 1L;

		private final transient Function<String, String @Nullable []> values;

		OtherParameters(Function<String, String @Nullable []> values) {
			this.values = values;
		}

		@Override
		public @Nullable List<String> get(@Nullable Object name) {
			String[] found = (name instanceof String text) ? this.values.apply(text) : null;
			return (found != null) ? Arrays.asList(found) : null;
		}

		@Override
		public @Nullable String getFirst(String name) {
			List<String> found = get(name);
			return (found != null) ? found.get(0) : null;
		}

		@Override
		public boolean containsKey(@Nullable Object name) {
			return get(name) != null;
		}

	}

}
