package dev.mainstay.observability.logging;

import dev.mainstay.observability.masking.MaskingEngine;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.json.JsonWriter.MemberPath;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;
import org.springframework.core.env.Environment;

/**
 * Masks the values of Spring Boot's own structured formats, {@code ecs}, {@code logstash}
 * and {@code gelf}: texts and numbers by their key and by what is in them, and whatever
 * else stands under a sensitive key.
 * <p>
 * Used by naming this class as {@code logging.structured.json.customizer}. Called by the
 * logging system on the thread that logs; thread-safe.
 *
 * @since 0.1.0
 */
public final class MaskedJsonMembers implements StructuredLoggingJsonMembersCustomizer<Object> {

	private final MaskingEngine masking;

	/**
	 * Create the customizer. Called by the logging system.
	 * @param environment the environment with the properties {@code mainstay.masking.*}
	 */
	public MaskedJsonMembers(Environment environment) {
		this.masking = MaskingSettings.engine(environment);
	}

	@Override
	public void customize(JsonWriter.Members<Object> members) {
		members.applyingValueProcessor(this::masked);
	}

	private @Nullable Object masked(MemberPath path, @Nullable Object value) {
		String key = (path.name() != null) ? path.name() : "";
		if (value instanceof CharSequence || value instanceof Number) {
			String text = value.toString();
			String masked = this.masking.mask(key, text);
			return masked.equals(text) ? value : masked;
		}
		return (value != null && !(value instanceof Boolean) && this.masking.isSensitive(key))
				? MaskingEngine.REPLACEMENT : value;
	}

}
