package dev.mainstay.core.validation.json.reactive;

import dev.mainstay.core.validation.json.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;

import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBuffer;

/**
 * A document on the reactive stack, which is in memory as a whole.
 */
record ReactiveDocument(JavaType type, @Nullable Class<?> view, @Nullable MethodParameter parameter, DataBuffer buffer,
		int start) implements Document {

	@Override
	public @Nullable Object read(ObjectReader reader) {
		this.buffer.readPosition(this.start);
		return reader.readValue(this.buffer.asInputStream());
	}

}
