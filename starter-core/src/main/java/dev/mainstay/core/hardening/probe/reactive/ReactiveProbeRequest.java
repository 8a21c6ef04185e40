package dev.mainstay.core.hardening.probe.reactive;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import dev.mainstay.core.hardening.probe.Probe;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.SslInfo;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A probe as filters and WebFlux see it.
 */
final class ReactiveProbeRequest extends AbstractServerHttpRequest {

	private final @Nullable String body;

	ReactiveProbeRequest(Probe probe, String contextPath) {
		super(HttpMethod.valueOf(probe.verb()), uri(probe, contextPath), null, headers(probe));
		this.body = probe.body();
	}

	private static URI uri(Probe probe, String contextPath) {
		String query = probe.target().query();
		return URI.create("https://localhost" + contextPath + probe.path() + ((query != null) ? "?" + query : ""));
	}

	private static HttpHeaders headers(Probe probe) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.HOST, "localhost");
		headers.set(HttpHeaders.ACCEPT, probe.target().accept());
		String body = probe.body();
		if (body != null) {
			headers.setContentType(MediaType.APPLICATION_JSON);
			headers.setContentLength(body.length());
		}
		return headers;
	}

	@Override
	protected MultiValueMap<String, HttpCookie> initCookies() {
		return new LinkedMultiValueMap<>();
	}

	@Override
	protected @Nullable SslInfo initSslInfo() {
		return null;
	}

	@Override
	public InetSocketAddress getRemoteAddress() {
		return InetSocketAddress.createUnresolved(Probe.ADDRESS, 0);
	}

	@Override
	public Flux<DataBuffer> getBody() {
		return (this.body != null)
				? Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(this.body.getBytes(StandardCharsets.UTF_8)))
				: Flux.empty();
	}

	@Override
	public <T> T getNativeRequest() {
		throw new IllegalStateException("Nobody has sent this request");
	}

}
