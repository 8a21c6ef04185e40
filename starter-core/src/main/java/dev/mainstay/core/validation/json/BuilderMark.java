package dev.mainstay.core.validation.json;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.core.Ordered;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.LinkedNode;

/**
 * Tells mappers that come from the builder of Spring Boot from those that somebody built
 * otherwise, and knows best. Handles no problem. Thread-safe.
 *
 * @since 0.1.0
 */
public final class BuilderMark implements JsonMapperBuilderCustomizer, Ordered {

	private static final Mark MARK = new Mark();

	/** Called for each builder that Spring Boot hands out. */
	@Override
	public void customize(JsonMapper.Builder builder) {
		builder.addHandler(MARK);
	}

	static boolean isOn(JsonMapper mapper) {
		LinkedNode<DeserializationProblemHandler> handlers = mapper.deserializationConfig().getProblemHandlers();
		for (LinkedNode<DeserializationProblemHandler> it = handlers; it != null; it = it.next()) {
			if (it.value() == MARK) {
				return true;
			}
		}
		return false;
	}

	/** Before those of the application, which may replace what is there. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	private static final class Mark extends DeserializationProblemHandler {

		/** Asked behind those of the application, about what none of them knows. */
		@Override
		public boolean handleUnknownProperty(DeserializationContext context, JsonParser parser,
				ValueDeserializer<?> deserializer, Object bean, String name) {
			if (context.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)) {
				Refusals.add(JsonRule.UNKNOWN_PROPERTIES);
			}
			return false;
		}

	}

}
