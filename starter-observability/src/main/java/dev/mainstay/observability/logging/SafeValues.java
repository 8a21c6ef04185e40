package dev.mainstay.observability.logging;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.mainstay.observability.masking.MaskingEngine;
import dev.mainstay.observability.masking.MaskingRule;
import org.jspecify.annotations.Nullable;

/**
 * Turns what an application logs into values that can be written without running any more
 * of its code: texts, numbers, booleans, and maps and lists of them, bounded in depth and
 * size, with the secrets masked.
 */
final class SafeValues {

	private static final int MAX_DEPTH = 8;

	/** Of one value with all that is nested in it, which bounds a cycle too. */
	private static final int MAX_ELEMENTS = 1000;

	private final MaskingEngine masking;

	SafeValues(MaskingEngine masking) {
		this.masking = masking;
	}

	/**
	 * The value to write under a key.
	 * @return the value, or {@code null} for none
	 */
	@Nullable Object of(String key, @Nullable Object value) {
		try {
			if (value instanceof String text) {
				return mask(key, text);
			}
			return (ShortNumber.isOne(value) && !isSensitive(key)) ? value : new Copy().of(key, value, 0);
		}
		catch (Throwable ex) {
			// Whatever it is that a value throws, it must not cost the line.
			return unprintable(ex);
		}
	}

	MaskingEngine masking() {
		return this.masking;
	}

	static String unprintable(Throwable failure) {
		return Substitute.unprintable(failure);
	}

	/**
	 * The copy of one value, with what is left of its bound.
	 */
	private final class Copy {

		private int remaining = MAX_ELEMENTS;

		@Nullable Object of(String key, @Nullable Object value, int depth) {
			if (value == null || value instanceof Boolean) {
				return value;
			}
			if (value instanceof Map<?, ?> || value instanceof Collection<?> || value.getClass().isArray()) {
				return isSensitive(key) ? SafeValues.this.masking.replacement(MaskingRule.KEY)
						: nested(key, value, depth);
			}
			if (ShortNumber.isOne(value) && !isSensitive(key)) {
				return value;
			}
			String text = SafeValues.this.masking.textOf(value);
			String masked = mask(key, text);
			return (isNumber(value) && masked.equals(text)) ? value : masked;
		}

		private Object nested(String key, Object value, int depth) {
			if (depth >= MAX_DEPTH) {
				return Substitute.TOO_DEEP;
			}
			if (value instanceof Map<?, ?> map) {
				return map(map, depth);
			}
			return (value instanceof Collection<?> list) ? list(key, list, depth) : array(key, value, depth);
		}

		private Object map(Map<?, ?> map, int depth) {
			if (SensitiveJson.secretIn(map) != null) {
				return SafeValues.this.masking.replacement(MaskingRule.ANNOTATION);
			}
			Map<String, Object> result = new LinkedHashMap<>();
			for (Map.Entry<?, ?> entry : map.entrySet()) {
				if (this.remaining-- <= 0) {
					result.put(Substitute.REST_KEY, Substitute.REST);
					break;
				}
				String key = mask("", SafeValues.this.masking.textOf(entry.getKey()));
				Object value = of(key, entry.getValue(), depth + 1);
				if (value != null) {
					result.put(key, value);
				}
			}
			return result;
		}

		private List<Object> list(String key, Collection<?> collection, int depth) {
			List<Object> result = new ArrayList<>();
			for (Object element : collection) {
				if (this.remaining-- <= 0) {
					result.add(Substitute.REST);
					break;
				}
				Object value = of(key, element, depth + 1);
				result.add((value != null) ? value : "null");
			}
			return result;
		}

		private Object array(String key, Object array, int depth) {
			int length = Array.getLength(array);
			if (array instanceof byte[]) {
				return "[" + length + " bytes]";
			}
			List<@Nullable Object> elements = new ArrayList<>();
			for (int i = 0; i < length && i <= this.remaining; i++) {
				elements.add(Array.get(array, i));
			}
			return list(key, elements, depth);
		}

	}

	private boolean isSensitive(String key) {
		return this.masking.isSensitive(key);
	}

	private String mask(String key, String text) {
		return this.masking.mask(key, text);
	}

	/** One of the types, and one of the values, that JSON has a number for. */
	private static boolean isNumber(Object value) {
		return value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte
				|| (value instanceof Double d && Double.isFinite(d)) || (value instanceof Float f && Float.isFinite(f))
				|| value.getClass() == BigInteger.class || value.getClass() == BigDecimal.class;
	}

}
