package dev.mainstay.core.problem.internal;

import dev.mainstay.core.problem.Violation;

/**
 * A failure to read a body that knows what is wrong with it, and where.
 */
public interface LocatedFailure {

	/**
	 * What is wrong with the body.
	 * @return the violation
	 */
	Violation violation();

}
