package dev.mainstay.core.validation.internal;

/**
 * Something that stands before a part of the framework. Several rules may stand before
 * the same part, each of which has to see what it is.
 *
 * @since 0.1.0
 */
public interface Wrapping {

	/**
	 * What it stands before.
	 * @return the part, or what else stands before it
	 */
	Object wrapped();

	/**
	 * Look behind everything that stands before a part.
	 * @param part a part, or what stands before it
	 * @return the part itself
	 */
	static Object innermost(Object part) {
		Object current = part;
		while (current instanceof Wrapping wrapping) {
			current = wrapping.wrapped();
		}
		return current;
	}

}
