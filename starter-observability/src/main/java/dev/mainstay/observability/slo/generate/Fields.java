package dev.mainstay.observability.slo.generate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * An object of a generated document, with its fields in the order in which they were
 * added. Values are texts, numbers, booleans, lists, and objects like this one.
 */
final class Fields {

	private final Map<String, Object> entries = new LinkedHashMap<>();

	static Fields of(String name, Object value) {
		return new Fields().with(name, value);
	}

	/** Adds nothing if there is no value. */
	Fields with(String name, @Nullable Object value) {
		if (value != null) {
			this.entries.put(name, value);
		}
		return this;
	}

	/** Of texts only. */
	Fields map(UnaryOperator<String> change) {
		Fields changed = new Fields();
		this.entries.forEach((name, value) -> changed.with(name, change.apply((String) value)));
		return changed;
	}

	Map<String, Object> entries() {
		return this.entries;
	}

}
