package dev.mainstay.observability.logging;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a value is in a line: what keeps the values of one name in one index, also as an
 * element of an array.
 */
enum AttributeKind {

	NUMBER, BOOLEAN, TEXT, OBJECT, NUMBERS, BOOLEANS, TEXTS, OBJECTS, ARRAYS;

	private final String suffix = "_" + name().toLowerCase(Locale.ROOT);

	/** For the name of what is of another kind than the name has been used for. */
	String suffix() {
		return this.suffix;
	}

	/**
	 * The kind of a value that {@link SafeValues} has made.
	 * @return the kind, or {@code null} for an array without elements, which is of any
	 */
	static @Nullable AttributeKind of(Object value) {
		if (value instanceof List<?> list) {
			return list.isEmpty() ? null : ofElements(list);
		}
		if (value instanceof String) {
			return TEXT;
		}
		return (value instanceof Number) ? NUMBER : (value instanceof Boolean) ? BOOLEAN : OBJECT;
	}

	/** Elements that differ are all written as text. */
	private static AttributeKind ofElements(List<?> list) {
		AttributeKind first = ofElement(list.get(0));
		for (Object element : list) {
			if (ofElement(element) != first) {
				return TEXTS;
			}
		}
		return first;
	}

	private static AttributeKind ofElement(Object element) {
		if (element instanceof Map<?, ?>) {
			return OBJECTS;
		}
		if (element instanceof List<?>) {
			return ARRAYS;
		}
		return (element instanceof Number) ? NUMBERS : (element instanceof Boolean) ? BOOLEANS : TEXTS;
	}

}
