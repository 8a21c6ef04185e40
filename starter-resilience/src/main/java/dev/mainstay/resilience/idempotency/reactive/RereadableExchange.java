package dev.mainstay.resilience.idempotency.reactive;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.codec.HttpMessageReader;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.multipart.Part;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;

/**
 * An exchange whose body was read and is there to be read as if nobody had touched it: as
 * bytes, as the fields of a form or as parts. The original exchange would look for fields
 * and parts in the body that is gone.
 */
final class RereadableExchange extends ServerWebExchangeDecorator {

	private static final ResolvableType FORM = ResolvableType.forClassWithGenerics(MultiValueMap.class, String.class,
			String.class);

	private static final ResolvableType PARTS = ResolvableType.forClassWithGenerics(MultiValueMap.class, String.class,
			Part.class);

	private final ServerHttpRequest request;

	private final Mono<MultiValueMap<String, String>> form;

	private final Mono<MultiValueMap<String, Part>> parts;

	private volatile @Nullable MultiValueMap<String, Part> readParts;

	private volatile @Nullable HttpHeaders watched;

	RereadableExchange(ServerWebExchange exchange, CollectedBody body, ServerCodecConfigurer codecs) {
		super(exchange);
		Flux<DataBuffer> bytes = body.all(exchange.getResponse().bufferFactory());
		this.request = new ServerHttpRequestDecorator(exchange.getRequest()) {

			@Override
			public Flux<DataBuffer> getBody() {
				return bytes;
			}

			@Override
			public HttpHeaders getHeaders() {
				HttpHeaders headers = RereadableExchange.this.watched;
				return (headers != null) ? headers : super.getHeaders();
			}

		};
		this.form = this.<String>read(FORM, MediaType.APPLICATION_FORM_URLENCODED, codecs).cache();
		this.parts = this.<Part>read(PARTS, new MediaType("multipart"), codecs)
			.doOnNext((read) -> this.readParts = read)
			.cache();
	}

	private <T> Mono<MultiValueMap<String, T>> read(ResolvableType type, MediaType range,
			ServerCodecConfigurer codecs) {
		return Mono.defer(() -> {
			MediaType contentType = contentType(this.request.getHeaders());
			if (contentType == null || !range.includes(contentType)) {
				return Mono.just(new LinkedMultiValueMap<>());
			}
			HttpMessageReader<MultiValueMap<String, T>> reader = reader(type, contentType, codecs.getReaders());
			return reader.readMono(type, this.request, Map.of());
		});
	}

	private static @Nullable MediaType contentType(HttpHeaders headers) {
		try {
			return headers.getContentType();
		}
		catch (InvalidMediaTypeException ex) {
			return null;
		}
	}

	@SuppressWarnings("unchecked")
	private static <T> HttpMessageReader<MultiValueMap<String, T>> reader(ResolvableType type, MediaType contentType,
			List<HttpMessageReader<?>> readers) {
		return (HttpMessageReader<MultiValueMap<String, T>>) readers.stream()
			.filter((reader) -> reader.canRead(type, contentType))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No HttpMessageReader for " + contentType));
	}

	@Override
	public ServerHttpRequest getRequest() {
		return this.request;
	}

	@Override
	public Mono<MultiValueMap<String, String>> getFormData() {
		return this.form;
	}

	@Override
	public Mono<MultiValueMap<String, Part>> getMultipartData() {
		return this.parts;
	}

	/** Have an action called whenever somebody asks for the key. */
	void onKeyRead(Runnable action) {
		this.watched = WatchedHeaders.of(this.request.getHeaders(), action);
	}

	/** Delete what the reading of parts has put into files. */
	Mono<Void> deleteParts() {
		MultiValueMap<String, Part> read = this.readParts;
		if (read == null) {
			return Mono.empty();
		}
		return Flux.fromIterable(read.values())
			.flatMapIterable((some) -> some)
			.flatMap((part) -> part.delete().onErrorComplete())
			.then();
	}

}
