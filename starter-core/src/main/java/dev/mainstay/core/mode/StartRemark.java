package dev.mainstay.core.mode;

import java.util.List;

/**
 * Contributed as a bean by a feature that has something to say in the start block that
 * takes a while to find out.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface StartRemark {

	/**
	 * What to say. Called once, after the application has begun to accept traffic, on a
	 * thread that nobody waits for. What it throws is logged, and the block comes without
	 * it.
	 * @return lines for the end of the start block; empty if there is nothing to say
	 */
	List<String> lines();

}
