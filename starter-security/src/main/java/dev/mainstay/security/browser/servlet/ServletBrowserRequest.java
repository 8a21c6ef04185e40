package dev.mainstay.security.browser.servlet;

import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.TrustedProxies;
import dev.mainstay.security.browser.BrowserRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request of a servlet container.
 */
record ServletBrowserRequest(HttpServletRequest request, TrustedProxies proxies) implements BrowserRequest {

	private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

	@Override
	public String method() {
		return this.request.getMethod();
	}

	@Override
	public @Nullable String header(String name) {
		return this.request.getHeader(name);
	}

	@Override
	public @Nullable String serverHost() {
		int port = this.request.getServerPort();
		String name = this.request.getServerName();
		return (name == null || port <= 0 || port == defaultPort()) ? name : name + ":" + port;
	}

	/** A proxy may have said the host, and not how it was reached. */
	private int defaultPort() {
		return "https".equals(this.request.getScheme()) ? 443 : 80;
	}

	@Override
	public boolean isFromTrustedProxy() {
		RequestExchange exchange = exchange();
		return exchange != null && this.proxies.contains(exchange.start().peer().address());
	}

	@Nullable RequestExchange exchange() {
		return (this.request.getAttribute(RequestExchange.ATTRIBUTE) instanceof RequestExchange exchange) ? exchange
				: null;
	}

	@Override
	public boolean hasClientCertificate() {
		return this.request.isSecure() && this.request.getAttribute(CERTIFICATES) != null;
	}

}
