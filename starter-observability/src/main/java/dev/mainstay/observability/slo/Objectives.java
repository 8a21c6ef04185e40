package dev.mainstay.observability.slo;

import java.util.List;

/**
 * The objectives of this service, all of them valid. Immutable.
 *
 * @since 0.1.0
 */
public final class Objectives {

	/**
	 * What the name of an objective of latency ends with if the same name in the
	 * properties also stands for one of availability.
	 */
	public static final String LATENCY_SUFFIX = "-latency";

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

	/**
	 * Whether an objective is the one of a name in the properties, or that part of it
	 * which is about the latency.
	 * @param objective one of these
	 * @param name the name in the properties
	 * @return whether the name means it
	 */
	public boolean isNamed(Objective objective, String name) {
		if (objective.name().equals(name)) {
			return true;
		}
		return objective.kind() == ObjectiveKind.LATENCY && objective.name().equals(name + LATENCY_SUFFIX)
				&& this.all.stream()
					.anyMatch((it) -> it.name().equals(name) && it.kind() == ObjectiveKind.AVAILABILITY
							&& it.routes().equals(objective.routes()));
	}

}
