package dev.mainstay.core.hardening.management;

/**
 * Whom an endpoint answers that is exposed.
 */
enum Reach {

	/** It has nothing of the kind. */
	NOBODY,

	/** Something asks who calls. */
	ADMITTED,

	/** Something asks, but cannot be asked itself. */
	UNKNOWN,

	/** Nothing asks. */
	ANYBODY;

	/** The more open one: one operation is enough. */
	Reach or(Reach other) {
		return (compareTo(other) >= 0) ? this : other;
	}

}
