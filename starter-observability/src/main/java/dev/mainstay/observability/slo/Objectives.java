package dev.mainstay.observability.slo;

import java.util.List;

/**
 * The objectives of this service, all of them valid. Immutable.
 *
 * @since 0.1.0
 */
public final class Objectives {

	private final List<Objective> all;

	/**
	 * Create the objectives.
	 * @param all valid objectives, no two of one name
	 */
	public Objectives(List<Objective> all) {
		this.all = List.copyOf(all);
	}

	/**
	 * All of them.
	 * @return an immutable list
	 */
	public List<Objective> all() {
		return this.all;
	}

}
