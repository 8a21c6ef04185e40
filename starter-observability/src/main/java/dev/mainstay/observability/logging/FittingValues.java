package dev.mainstay.observability.logging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Cuts values to what still fits into a line, for which the room is then taken. Not
 * thread-safe.
 */
final class FittingValues {

	private static final int TEXT_SHARE = 16;

	/** Brackets, or quotes, and a comma. */
	private static final int PUNCTUATION = 3;

	private final Line line;

	FittingValues(Line line) {
		this.line = line;
	}

	@Nullable Object attributes(Map<String, Object> attributes) {
		return (attributes.isEmpty() || this.line.takeName(LogFields.ATTRIBUTES)) ? fit(attributes) : null;
	}

	private @Nullable Object fit(Object value) {
		if (value instanceof Map<?, ?> map) {
			return this.line.take(PUNCTUATION) ? map(map) : null;
		}
		if (value instanceof List<?> list) {
			return this.line.take(PUNCTUATION) ? list(list) : null;
		}
		if (value instanceof String text) {
			return this.line.take(PUNCTUATION) ? this.line.fitting(text, TEXT_SHARE) : null;
		}
		return this.line.take(value.toString().length() + 1) ? value : null;
	}

	private Map<String, Object> map(Map<?, ?> map) {
		Map<String, Object> result = new LinkedHashMap<>();
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			String name = (String) entry.getKey();
			Object value = this.line.takeName(name) ? fit(entry.getValue()) : null;
			if (value != null) {
				result.put(name, value);
			}
		}
		return result;
	}

	private List<Object> list(List<?> list) {
		List<Object> result = new ArrayList<>();
		for (Object element : list) {
			Object value = fit(element);
			if (value == null) {
				break;
			}
			result.add(value);
		}
		return result;
	}

}
