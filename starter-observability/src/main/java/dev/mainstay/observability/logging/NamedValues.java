package dev.mainstay.observability.logging;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Values by name, in the order in which they came. A line has few, which are found as
 * fast without a table of them. Not thread-safe.
 */
final class NamedValues {

	private static final int FEW = 16;

	private String[] names;

	private Object[] values;

	private int size;

	/** Where each name is, as soon as there are more than a few. */
	private @Nullable Map<String, Integer> places;

	/**
	 * Create it without values.
	 * @param expected how many there are going to be; there may be more
	 */
	NamedValues(int expected) {
		this.names = new String[expected];
		this.values = new Object[expected];
	}

	int size() {
		return this.size;
	}

	String name(int place) {
		return this.names[place];
	}

	Object value(int place) {
		return this.values[place];
	}

	boolean contains(String name) {
		return place(name) >= 0;
	}

	/**
	 * Add a value, unless there is one of this name.
	 * @return the one that is there, or {@code null} if the value was added
	 */
	@Nullable Object putIfAbsent(String name, Object value) {
		int place = place(name);
		if (place >= 0) {
			return this.values[place];
		}
		add(name, value);
		return null;
	}

	private void add(String name, Object value) {
		if (this.size == this.names.length) {
			int length = this.size + this.size / 2 + 4;
			this.names = Arrays.copyOf(this.names, length);
			this.values = Arrays.copyOf(this.values, length);
		}
		this.names[this.size] = name;
		this.values[this.size] = value;
		if (this.places != null) {
			this.places.put(name, this.size);
		}
		this.size++;
	}

	private int place(String name) {
		if (this.size > FEW) {
			return places().getOrDefault(name, -1);
		}
		for (int place = 0; place < this.size; place++) {
			if (name.equals(this.names[place])) {
				return place;
			}
		}
		return -1;
	}

	private Map<String, Integer> places() {
		Map<String, Integer> places = this.places;
		if (places == null) {
			places = new HashMap<>(4 * FEW);
			for (int place = 0; place < this.size; place++) {
				places.put(this.names[place], place);
			}
			this.places = places;
		}
		return places;
	}

	Map<String, Object> toMap() {
		Map<String, Object> map = new LinkedHashMap<>();
		for (int place = 0; place < this.size; place++) {
			map.put(name(place), value(place));
		}
		return map;
	}

}
