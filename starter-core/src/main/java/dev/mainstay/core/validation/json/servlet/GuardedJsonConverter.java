package dev.mainstay.core.validation.json.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonView;
import dev.mainstay.core.validation.json.JsonReading;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.exc.InvalidDefinitionException;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.StreamUtils;

/**
 * Reads in the place of another converter, which stays behind it and writes. What that
 * one has a mapper of its own for, it reads itself.
 */
final class GuardedJsonConverter extends JacksonJsonHttpMessageConverter {

	/** Encodings that the parser itself finds out about. */
	private static final Set<String> UNICODE = Set.of("UTF-8", "US-ASCII", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32",
			"UTF-32BE", "UTF-32LE");

	private static final String VIEW = JsonView.class.getName();

	private final JacksonJsonHttpMessageConverter delegate;

	private final JsonReading reading;

	GuardedJsonConverter(JacksonJsonHttpMessageConverter delegate, JsonReading reading) {
		super(delegate.getMapper());
		setSupportedMediaTypes(delegate.getSupportedMediaTypes());
		this.delegate = delegate;
		this.reading = reading;
	}

	/** The other one, which stays behind this one, tells them. */
	@Override
	public List<MediaType> getSupportedMediaTypes(Class<?> type) {
		return List.of();
	}

	@Override
	public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
		return this.delegate.canRead(type, mediaType);
	}

	@Override
	public boolean canWrite(ResolvableType type, Class<?> valueClass, @Nullable MediaType mediaType) {
		return false;
	}

	@Override
	public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
			throws IOException {
		Class<?> context = (type.getSource() instanceof MethodParameter parameter) ? parameter.getContainingClass()
				: (Class<?>) hint(hints, "contextClass");
		JavaType javaType = getJavaType(type.getType(), context);
		return this.delegate.getMappersForType(javaType.getRawClass()).isEmpty()
				? read(type, javaType, message, (Class<?>) hint(hints, VIEW))
				: this.delegate.read(type, message, hints);
	}

	@Override
	protected Object readInternal(Class<?> type, HttpInputMessage message) throws IOException {
		return read(ResolvableType.forClass(type), message, null);
	}

	private static @Nullable Object hint(@Nullable Map<String, Object> hints, String name) {
		return (hints != null) ? hints.get(name) : null;
	}

	@SuppressWarnings("NullAway") // a document may be null, as it may with the delegate
	private Object read(ResolvableType type, JavaType javaType, HttpInputMessage message, @Nullable Class<?> view)
			throws IOException {
		MethodParameter parameter = (type.getSource() instanceof MethodParameter source) ? source : null;
		InputStream body = body(message);
		ServletDocument document = new ServletDocument(javaType, view, parameter, body, charset(message));
		try {
			return this.reading.read(document);
		}
		catch (InvalidDefinitionException ex) {
			throw new HttpMessageConversionException("Type definition error: " + ex.getType(), ex);
		}
		catch (JacksonException ex) {
			throw new HttpMessageNotReadableException("JSON parse error: " + ex.getOriginalMessage(), ex, message);
		}
		finally {
			if (body instanceof RememberedBody remembered) {
				remembered.recycle();
			}
		}
	}

	private InputStream body(HttpInputMessage message) throws IOException {
		return this.reading.readsAgain() ? new RememberedBody(message.getBody())
				: StreamUtils.nonClosing(message.getBody());
	}

	private @Nullable Charset charset(HttpInputMessage message) {
		Charset charset = getCharset(message.getHeaders().getContentType());
		return UNICODE.contains(charset.name()) ? null : charset;
	}

}
