package dev.mainstay.core.validation.json.reactive;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.validation.json.JsonReading;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.exc.InvalidDefinitionException;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.CodecException;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.JacksonCodecSupport;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;

/**
 * Decodes in the place of another decoder. A stream of values is decoded within the
 * limits, and no more strictly than before. What the other one has a mapper of its own
 * for, it decodes itself.
 */
final class GuardedJsonDecoder extends JacksonJsonDecoder {

	/** Where the framework hands on the type of the parameter that an element is of. */
	private static final String ACTUAL_TYPE = JacksonCodecSupport.class.getName() + ".actualType";

	private final JacksonJsonDecoder delegate;

	private final JsonReading reading;

	GuardedJsonDecoder(JacksonJsonDecoder delegate, JsonReading reading) {
		super(reading.limited(), delegate.getDecodableMimeTypes().toArray(MimeType[]::new));
		setMaxInMemorySize(delegate.getMaxInMemorySize());
		this.delegate = delegate;
		this.reading = reading;
	}

	@Override
	public boolean canDecode(ResolvableType type, @Nullable MimeType mimeType) {
		return this.delegate.canDecode(type, mimeType);
	}

	@Override
	public List<MimeType> getDecodableMimeTypes(ResolvableType type) {
		return this.delegate.getDecodableMimeTypes(type);
	}

	@Override
	public Flux<Object> decode(Publisher<DataBuffer> input, ResolvableType type, @Nullable MimeType mimeType,
			@Nullable Map<String, Object> hints) {
		return isLeft(type) ? this.delegate.decode(input, type, mimeType, hints)
				: super.decode(input, type, mimeType, hints);
	}

	/** What the application has mappers of its own for. */
	private boolean isLeft(ResolvableType type) {
		Map<?, ?> own = this.delegate.getMappersForType(type.toClass());
		return own != null && !own.isEmpty();
	}

	@Override
	@SuppressWarnings("NullAway") // a document may be null, as it may with the delegate
	public Object decode(DataBuffer buffer, ResolvableType type, @Nullable MimeType mimeType,
			@Nullable Map<String, Object> hints) {
		if (isLeft(type)) {
			return this.delegate.decode(buffer, type, mimeType, hints);
		}
		try {
			return this.reading.read(document(buffer, type, hints));
		}
		catch (JacksonException ex) {
			throw failure(ex);
		}
		catch (IOException ex) {
			throw new DecodingException("I/O error while parsing input stream", ex);
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

	private ReactiveDocument document(DataBuffer buffer, ResolvableType type, @Nullable Map<String, Object> hints) {
		MethodParameter parameter = parameter(type, hints);
		JavaType javaType = getJavaType(type.getType(), (parameter != null) ? parameter.getContainingClass() : null);
		Class<?> view = (hints != null) ? (Class<?>) hints.get(JSON_VIEW_HINT) : null;
		return new ReactiveDocument(javaType, view, parameter, buffer, buffer.readPosition());
	}

	/** What is in a {@code Mono<T>} does not know itself where it is declared. */
	private @Nullable MethodParameter parameter(ResolvableType type, @Nullable Map<String, Object> hints) {
		MethodParameter parameter = getParameter(type);
		Object actual = (parameter == null && hints != null) ? hints.get(ACTUAL_TYPE) : null;
		return (actual instanceof ResolvableType declared) ? getParameter(declared) : parameter;
	}

	private static CodecException failure(JacksonException failure) {
		if (failure instanceof InvalidDefinitionException definition) {
			return new CodecException("Type definition error: " + definition.getType(), failure);
		}
		if (failure instanceof JacksonIOException) {
			return new DecodingException("I/O error while parsing input stream", failure);
		}
		return new DecodingException("JSON decoding error: " + failure.getOriginalMessage(), failure);
	}

}
