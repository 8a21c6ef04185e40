package dev.mainstay.security.browser.reactive;

import java.net.URI;

import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.TrustedProxies;
import dev.mainstay.security.browser.BrowserRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.SslInfo;
import org.springframework.web.server.ServerWebExchange;

/**
 * A request of WebFlux.
 */
record ReactiveBrowserRequest(ServerWebExchange exchange, TrustedProxies proxies) implements BrowserRequest {

	@Override
	public String method() {
		return this.exchange.getRequest().getMethod().name();
	}

	@Override
	public @Nullable String header(String name) {
		return this.exchange.getRequest().getHeaders().getFirst(name);
	}

	@Override
	public @Nullable String serverHost() {
		URI uri = this.exchange.getRequest().getURI();
		return (uri.getHost() == null || uri.getPort() < 0) ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
	}

	@Override
	public boolean isFromTrustedProxy() {
		RequestExchange request = request();
		return request != null && this.proxies.contains(request.start().peer().address());
	}

	@Nullable RequestExchange request() {
		return this.exchange.getAttribute(RequestExchange.ATTRIBUTE);
	}

	@Override
	public boolean hasClientCertificate() {
		SslInfo tls = this.exchange.getRequest().getSslInfo();
		return tls != null && tls.getPeerCertificates() != null && tls.getPeerCertificates().length > 0;
	}

}
