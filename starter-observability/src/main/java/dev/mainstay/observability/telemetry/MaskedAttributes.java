package dev.mainstay.observability.telemetry;

import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Attributes with the secrets masked.
 *
 * @since 0.1.0
 */
public final class MaskedAttributes {

	private MaskedAttributes() {
	}

	/**
	 * Mask the texts among the attributes.
	 * @param attributes the attributes
	 * @param masker masks each value
	 * @return the masked attributes, or the same instance if there was nothing to mask
	 */
	public static Attributes of(Attributes attributes, ValueMasker masker) {
		Changes changes = new Changes(attributes, masker);
		attributes.forEach(changes::look);
		return changes.result();
	}

	/**
	 * A copy, made at the first change.
	 */
	private static final class Changes {

		private final Attributes attributes;

		private final ValueMasker masker;

		private @Nullable AttributesBuilder builder;

		Changes(Attributes attributes, ValueMasker masker) {
			this.attributes = attributes;
			this.masker = masker;
		}

		@SuppressWarnings("unchecked")
		void look(AttributeKey<?> key, Object value) {
			if (value instanceof String text) {
				String masked = this.masker.mask(key.getKey(), text);
				if (!masked.equals(text)) {
					put((AttributeKey<String>) key, masked);
				}
			}
			else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof String) {
				List<String> masked = masked(key.getKey(), (List<String>) list);
				if (!masked.equals(list)) {
					put((AttributeKey<List<String>>) key, masked);
				}
			}
		}

		private List<String> masked(String key, List<String> texts) {
			List<String> masked = new ArrayList<>(texts.size());
			texts.forEach((text) -> masked.add(this.masker.mask(key, text)));
			return masked;
		}

		private <T> void put(AttributeKey<T> key, T value) {
			AttributesBuilder copy = (this.builder != null) ? this.builder : this.attributes.toBuilder();
			this.builder = copy.put(key, value);
		}

		Attributes result() {
			return (this.builder != null) ? this.builder.build() : this.attributes;
		}

	}

}
