package dev.mainstay.observability.logging;

import java.io.StringWriter;
import java.util.Map;
import java.util.function.Consumer;

import dev.mainstay.observability.masking.MaskingEngine;
import net.logstash.logback.marker.SingleFieldAppendingMarker;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what the structured arguments and markers of Logstash Logback Encoder write. They
 * run code of the application, so they write to a place of their own first.
 */
final class StructuredArguments {

	private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
	};

	private final JsonMapper mapper;

	private final SafeValues values;

	StructuredArguments(SafeValues values) {
		this.values = values;
		this.mapper = mapper(values.masking());
	}

	/** Amounts of money are to keep every digit. */
	private static JsonMapper mapper(MaskingEngine masking) {
		JsonMapper.Builder mapper = JsonMapper.builder()
			.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
			.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
		return (masking.masksAnnotated() ? mapper.annotationIntrospector(new SensitiveJson()) : mapper).build();
	}

	void add(Object argument, Consumer<JsonGenerator> writer, Map<String, Object> attributes) {
		try {
			read(writer).forEach((key, value) -> {
				Object safe = this.values.of(key, value);
				if (safe != null) {
					attributes.put(key, safe);
				}
			});
		}
		catch (Throwable ex) {
			attributes.put(nameOf(argument), SafeValues.unprintable(ex));
		}
	}

	/**
	 * What an argument or marker writes, whatever it throws, with what is annotated in it
	 * marked by {@link SensitiveJson}.
	 */
	Map<String, Object> read(Consumer<JsonGenerator> writer) {
		StringWriter json = new StringWriter();
		try (JsonGenerator generator = this.mapper.createGenerator(json)) {
			generator.writeStartObject();
			writer.accept(generator);
			generator.writeEndObject();
		}
		return this.mapper.readValue(json.toString(), OBJECT);
	}

	private static String nameOf(Object argument) {
		return (argument instanceof SingleFieldAppendingMarker field) ? field.getFieldName() : "argument";
	}

}
