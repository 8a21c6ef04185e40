package dev.mainstay.core.validation.reactive;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.ReactiveHttpInputMessage;
import org.springframework.http.codec.HttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * Looks at what another reader has read, if it was read for a parameter of a handler.
 */
final class MissingValidMessageReader<T> implements HttpMessageReader<T> {

	private final HttpMessageReader<T> delegate;

	private final BodyCheck check;

	MissingValidMessageReader(HttpMessageReader<T> delegate, BodyCheck check) {
		this.delegate = delegate;
		this.check = check;
	}

	@Override
	public List<MediaType> getReadableMediaTypes() {
		return this.delegate.getReadableMediaTypes();
	}

	@Override
	public List<MediaType> getReadableMediaTypes(ResolvableType elementType) {
		return this.delegate.getReadableMediaTypes(elementType);
	}

	@Override
	public boolean canRead(ResolvableType elementType, @Nullable MediaType mediaType) {
		return this.delegate.canRead(elementType, mediaType);
	}

	@Override
	public Flux<T> read(ResolvableType elementType, ReactiveHttpInputMessage message, Map<String, Object> hints) {
		return this.delegate.read(elementType, message, hints);
	}

	@Override
	public Mono<T> readMono(ResolvableType elementType, ReactiveHttpInputMessage message, Map<String, Object> hints) {
		return this.delegate.readMono(elementType, message, hints);
	}

	@Override
	public Flux<T> read(ResolvableType actualType, ResolvableType elementType, ServerHttpRequest request,
			ServerHttpResponse response, Map<String, Object> hints) {
		Flux<T> body = this.delegate.read(actualType, elementType, request, response, hints);
		return (actualType.getSource() instanceof MethodParameter parameter && BodyCheck.concerns(parameter))
				? body.doOnNext((value) -> this.check.look(parameter, value, request)) : body;
	}

	@Override
	public Mono<T> readMono(ResolvableType actualType, ResolvableType elementType, ServerHttpRequest request,
			ServerHttpResponse response, Map<String, Object> hints) {
		Mono<T> body = this.delegate.readMono(actualType, elementType, request, response, hints);
		return (actualType.getSource() instanceof MethodParameter parameter && BodyCheck.concerns(parameter))
				? body.doOnNext((value) -> this.check.look(parameter, value, request)) : body;
	}

}
