package dev.mainstay.security.browser;

import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.ResponseHead;
import dev.mainstay.core.request.TrustedProxies;
import org.jspecify.annotations.Nullable;

/**
 * A request, as its answer still knows it.
 */
record AnsweredRequest(ResponseHead head, TrustedProxies proxies) implements BrowserRequest {

	@Override
	public String method() {
		return this.head.method();
	}

	@Override
	public @Nullable String header(String name) {
		return this.head.requestHeader(name);
	}

	/** Where only HTTP/2 says it, there is a browser that says where its page is from. */
	@Override
	public @Nullable String serverHost() {
		return null;
	}

	@Override
	public boolean isFromTrustedProxy() {
		RequestExchange exchange = this.head.exchange();
		return exchange != null && this.proxies.contains(exchange.start().peer().address());
	}

	@Override
	public boolean hasClientCertificate() {
		return false;
	}

}
