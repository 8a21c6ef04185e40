package dev.mainstay.observability.logging;

import java.util.List;
import java.util.Map;

import tools.jackson.core.JsonGenerator;

/**
 * Writes values that {@link SafeValues} has made.
 */
final class JsonValues {

	private JsonValues() {
	}

	static void write(JsonGenerator generator, Object value) {
		if (value instanceof String text) {
			generator.writeString(text);
		}
		else if (value instanceof Map<?, ?> map) {
			generator.writeStartObject();
			map.forEach((key, element) -> {
				generator.writeName((String) key);
				write(generator, element);
			});
			generator.writeEndObject();
		}
		else if (value instanceof List<?> list) {
			generator.writeStartArray();
			list.forEach((element) -> write(generator, element));
			generator.writeEndArray();
		}
		else {
			generator.writePOJO(value);
		}
	}

	static void write(JsonGenerator generator, NamedValues values) {
		generator.writeStartObject();
		for (int place = 0; place < values.size(); place++) {
			generator.writeName(values.name(place));
			write(generator, values.value(place));
		}
		generator.writeEndObject();
	}

}
