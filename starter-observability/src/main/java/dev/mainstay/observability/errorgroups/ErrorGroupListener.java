package dev.mainstay.observability.errorgroups;

/**
 * Told when failures begin that were not there before. Beans of this type are called in
 * their order, on the thread that met the failure, so they must be thread-safe and quick
 * and must not block: a call of another system belongs to a thread of its own. What one
 * throws is logged and swallowed.
 * <p>
 * A group that had to leave because there were too many is new when it comes again, and
 * each instance of a service tells of its own groups.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ErrorGroupListener {

	/**
	 * Called for the first failure of a group.
	 * @param group the group
	 */
	void onNewGroup(ErrorGroup group);

	/**
	 * Called for the first failure of a group on a version on which it should be mended.
	 * @param group the group
	 */
	default void onRegression(ErrorGroup group) {
	}

}
