package dev.mainstay.core.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import dev.mainstay.core.masking.TextMasker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.json.WritableJson;
import org.springframework.util.ObjectUtils;

/**
 * Masks the texts in what goes on the wire, however deep they are. What is neither text,
 * number, boolean nor made of such goes on the wire as its text, and is masked as such.
 */
final class MaskedValues {

	private static final Logger logger = LoggerFactory.getLogger(MaskedValues.class);

	/** Nobody nests deeper; what does may contain itself. */
	private static final int MAX_DEPTH = 100;

	private final TextMasker masker;

	MaskedValues(TextMasker masker) {
		this.masker = masker;
	}

	@Nullable Object of(@Nullable Object value) {
		return of(value, 0);
	}

	private @Nullable Object of(@Nullable Object value, int depth) {
		if (depth > MAX_DEPTH) {
			throw new IllegalArgumentException("Nested more than " + MAX_DEPTH + " times");
		}
		if (value == null || isJson(value)) {
			return value;
		}
		if (value instanceof Map<?, ?> map) {
			return ofMap(map, depth);
		}
		if (value.getClass().isArray()) {
			return of(List.of(ObjectUtils.toObjectArray(value)), depth);
		}
		if (value instanceof Iterable<?> elements) {
			return StreamSupport.stream(elements.spliterator(), false).map((each) -> of(each, depth + 1)).toList();
		}
		return masked(value);
	}

	/** JSON has no word for infinity, nor for what is no number. */
	private static boolean isJson(Object value) {
		if (value instanceof Double || value instanceof Float) {
			return Double.isFinite(((Number) value).doubleValue());
		}
		return value instanceof Number || value instanceof Boolean || value instanceof WritableJson;
	}

	private Map<String, @Nullable Object> ofMap(Map<?, ?> map, int depth) {
		Map<String, @Nullable Object> masked = new LinkedHashMap<>();
		map.forEach((key, value) -> masked.put(String.valueOf(text(String.valueOf(key))), of(value, depth + 1)));
		return masked;
	}

	/** A text of which nobody knows what is in it is left out. */
	@Nullable String text(@Nullable String text) {
		return (text != null) ? masked(text) : null;
	}

	private @Nullable String masked(Object value) {
		try {
			return this.masker.maskForCaller(value);
		}
		catch (RuntimeException | Error ex) {
			logger.warn("The masking of a text failed, and the text was left out", ex);
			return null;
		}
	}

}
