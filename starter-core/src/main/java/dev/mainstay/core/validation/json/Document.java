package dev.mainstay.core.validation.json;

import java.io.IOException;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;

import org.springframework.core.MethodParameter;

/**
 * A document that is read for one request.
 *
 * @since 0.1.0
 */
public interface Document {

	/**
	 * The type that it is read as.
	 * @return the type
	 */
	JavaType type();

	/**
	 * The view in which it is read.
	 * @return the view, or {@code null}
	 */
	@Nullable Class<?> view();

	/**
	 * The parameter of the handler that it is read for.
	 * @return the parameter, or {@code null} if it is read for no parameter
	 */
	@Nullable MethodParameter parameter();

	/**
	 * What in the application reads it, as the rules name it.
	 * @return the subject
	 */
	default String subject() {
		MethodParameter parameter = parameter();
		return (parameter != null)
				? parameter.getContainingClass().getSimpleName() + "#" + parameter.getExecutable().getName()
				: type().getRawClass().getSimpleName();
	}

	/**
	 * Read it from its beginning. Called again only if some rule reports.
	 * @param reader what to read it with
	 * @return the value
	 * @throws IOException if the body cannot be read
	 */
	@Nullable Object read(ObjectReader reader) throws IOException;

}
