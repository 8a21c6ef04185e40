package dev.mainstay.resilience.http.reactive;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.AbstractClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpRequest;

/**
 * Finds out the attributes and headers of a call before there is a request: which client
 * makes it decides on what it is made under, and a client writes its request when it has
 * a connection. Spring gives a request its headers, then its attributes, then lets the
 * application have it; with the attributes all is known, and nothing more happens.
 */
final class Probe extends AbstractClientHttpRequest {

	private final HttpMethod method;

	private final URI uri;

	private final Map<String, Object> attributes = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1L;

		@Override
		public void putAll(Map<? extends String, ?> attributes) {
			super.putAll(attributes);
			throw Known.INSTANCE;
		}

	};

	private Probe(HttpMethod method, URI uri) {
		this.method = method;
		this.uri = uri;
	}

	static Probe of(HttpMethod method, URI uri, Function<? super ClientHttpRequest, Mono<Void>> callback) {
		Probe probe = new Probe(method, uri);
		try {
			callback.apply(probe);
		}
		catch (RuntimeException ex) {
			// All that can be known is known
		}
		return probe;
	}

	@Override
	public Map<String, Object> getAttributes() {
		return this.attributes;
	}

	@Override
	public HttpMethod getMethod() {
		return this.method;
	}

	@Override
	public URI getURI() {
		return this.uri;
	}

	@Override
	public DataBufferFactory bufferFactory() {
		return DefaultDataBufferFactory.sharedInstance;
	}

	@Override
	public <T> T getNativeRequest() {
		throw Known.INSTANCE;
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		throw Known.INSTANCE;
	}

	@Override
	public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		throw Known.INSTANCE;
	}

	@Override
	public Mono<Void> setComplete() {
		throw Known.INSTANCE;
	}

	@Override
	protected void applyHeaders() {
		// There is nothing to apply them to
	}

	@Override
	protected void applyCookies() {
		// There is nothing to apply them to
	}

	private static final class Known extends RuntimeException {

		static final Known INSTANCE = new Known();

		private static final long serialVersionUID = 1L;

		Known() {
			super("The rest of the request is of no interest", null, false, false);
		}

	}

}
