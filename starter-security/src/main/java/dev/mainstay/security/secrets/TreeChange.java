package dev.mainstay.security.secrets;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Values that have changed in a config tree, before and after. For Mainstay's own parts
 * only: an application is told the names. Immutable.
 *
 * @since 0.1.0
 */
public final class TreeChange {

	private final Map<String, String> before;

	private final Map<String, String> after;

	/**
	 * Create it.
	 * @param before the values that were exchanged, by the names of their properties
	 * @param after the new values, with those of properties that are new
	 */
	public TreeChange(Map<String, String> before, Map<String, String> after) {
		this.before = Map.copyOf(before);
		this.after = Map.copyOf(after);
	}

	/**
	 * The properties whose values have changed or are new.
	 * @return their names
	 */
	public Set<String> names() {
		return this.after.keySet();
	}

	/**
	 * The value that a property had.
	 * @param name the name of the property
	 * @return the value, {@code null} if the property is new
	 */
	public @Nullable String before(String name) {
		return this.before.get(name);
	}

	/**
	 * The value that a property has.
	 * @param name the name of the property
	 * @return the value, {@code null} if it has not changed
	 */
	public @Nullable String after(String name) {
		return this.after.get(name);
	}

	/** Keeps the values out of logs. */
	@Override
	public String toString() {
		return "TreeChange" + names();
	}

}
