package dev.mainstay.observability.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The attributes of one event, or of an object in one of them, each under a name of its
 * own and of the kind that the name is used for. Not thread-safe.
 */
final class Attributes {

	private final AttributeKinds kinds;

	private final String path;

	private final NamedValues values;

	private int collisions;

	private boolean incomplete;

	/**
	 * Create it without attributes.
	 * @param expected how many there are going to be; there may be more
	 */
	Attributes(AttributeKinds kinds, int expected) {
		this(kinds, "", expected);
	}

	private Attributes(AttributeKinds kinds, String path, int expected) {
		this.kinds = kinds;
		this.path = path;
		this.values = new NamedValues(expected);
	}

	/**
	 * Add a value.
	 * @param value as {@link SafeValues} has made it
	 */
	void put(String name, Object value) {
		if (value == Substitute.REST) {
			this.incomplete = true;
			return;
		}
		Object settled = settled(name, value);
		String target = (settled instanceof String text) ? nameOfText(name, text, value) : name(name, settled);
		if (!target.equals(name)) {
			this.collisions++;
		}
		Object before = this.values.putIfAbsent(target, settled);
		if (before != null) {
			this.collisions++;
			if (!before.equals(settled)) {
				this.values.putIfAbsent(free(target), settled);
			}
		}
	}

	private String nameOfText(String name, String text, Object value) {
		if (value == text && !Substitute.isOne(text)) {
			return this.kinds.name(this.path, name, AttributeKind.TEXT);
		}
		this.incomplete |= text.equals(Substitute.TOO_DEEP);
		return this.kinds.nameOfSubstitute(this.path, name);
	}

	private String name(String name, Object value) {
		AttributeKind kind = AttributeKind.of(value);
		return (kind != null) ? this.kinds.name(this.path, name, kind) : name;
	}

	private String free(String name) {
		int number = 2;
		while (this.values.contains(name + "_" + number)) {
			number++;
		}
		return name + "_" + number;
	}

	private Object settled(String name, Object value) {
		if (value instanceof Map<?, ?> map) {
			return object(name, map);
		}
		if (value instanceof List<?> list) {
			return array(name, list);
		}
		return Substitute.isTooLong(value) ? value.toString() : value;
	}

	private Map<String, Object> object(String name, Map<?, ?> map) {
		Attributes object = new Attributes(this.kinds, this.path + name + ".", map.size());
		map.forEach((key, value) -> object.put(String.valueOf(key), value));
		this.collisions += object.collisions;
		this.incomplete |= object.incomplete;
		return object.values.toMap();
	}

	private List<Object> array(String name, List<?> list) {
		List<Object> array = new ArrayList<>(list.size());
		for (Object element : list) {
			if (element == Substitute.REST) {
				this.incomplete = true;
			}
			else {
				array.add(settled(name, element));
			}
		}
		if (AttributeKind.of(array) == AttributeKind.TEXTS) {
			array.replaceAll(String::valueOf);
		}
		return array;
	}

	NamedValues values() {
		return this.values;
	}

	/** How many names were in use already, or for another kind of value. */
	int collisions() {
		return this.collisions;
	}

	/** Whether parts of the values have been left out. */
	boolean isIncomplete() {
		return this.incomplete;
	}

}
