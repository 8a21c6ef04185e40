package dev.mainstay.core.problem;

import java.util.List;

/**
 * One step of a path of Java properties.
 *
 * @param text the name of a property, or the index or key of an element, as it is
 * @param element whether it is an element of a list, an array or a map
 * @since 0.1.0
 */
public record PropertyStep(String text, boolean element) {

	/**
	 * The steps of a path. Never fails: a path may hold a map's key, which the caller
	 * chose.
	 * @param path a path such as {@code items[0].quantity} or {@code prices[EUR]}
	 * @return the steps, empty for the object itself
	 */
	public static List<PropertyStep> of(String path) {
		return PropertyPath.steps(path);
	}

}
