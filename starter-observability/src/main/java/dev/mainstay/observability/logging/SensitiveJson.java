package dev.mainstay.observability.logging;

import java.util.Map;

import dev.mainstay.observability.masking.Sensitive;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * Marks the annotated properties of what is read from a structured argument: the data
 * leaves them out, and the text of the argument is searched for them.
 */
final class SensitiveJson extends JacksonAnnotationIntrospector {

	/** No property has such a name. */
	private static final String MARK = "\u0000" + Sensitive.class.getName();

	private static final long serialVersionUID = 1L;

	@Override
	public @Nullable Object findSerializer(MapperConfig<?> config, Annotated annotated) {
		return annotated.hasAnnotation(Sensitive.class) ? new Marking() : super.findSerializer(config, annotated);
	}

	/**
	 * The secret that stands in the place of an annotated property.
	 * @return its text, or {@code null} if this is any other object
	 */
	static @Nullable String secretIn(Map<?, ?> object) {
		return (object.size() == 1 && object.get(MARK) instanceof String secret) ? secret : null;
	}

	/**
	 * Writes the text of a value below the mark.
	 */
	private static final class Marking extends ValueSerializer<Object> {

		@Override
		public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
			generator.writeStartObject();
			generator.writeStringProperty(MARK,
					(value instanceof char[] characters) ? new String(characters) : String.valueOf(value));
			generator.writeEndObject();
		}

		@Override
		public void serializeWithType(Object value, JsonGenerator generator, SerializationContext context,
				TypeSerializer type) {
			serialize(value, generator, context);
		}

	}

}
