package dev.mainstay.core.validation.json.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;

import dev.mainstay.core.validation.json.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;

import org.springframework.core.MethodParameter;

/**
 * A document on the servlet stack.
 */
record ServletDocument(JavaType type, @Nullable Class<?> view, @Nullable MethodParameter parameter, InputStream body,
		@Nullable Charset charset) implements Document {

	@Override
	public @Nullable Object read(ObjectReader reader) throws IOException {
		if (this.body instanceof RememberedBody remembered) {
			remembered.rewind();
		}
		return (this.charset != null) ? reader.readValue(new InputStreamReader(this.body, this.charset))
				: reader.readValue(this.body);
	}

}
