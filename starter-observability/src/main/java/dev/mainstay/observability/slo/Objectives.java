package dev.mainstay.observability.slo;

import java.util.List;
import java.util.Map;

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

	private final Map<String, BadStatuses> badStatuses;

	/**
	 * Create the objectives.
	 * @param all valid objectives, no two of one name
	 */
	public Objectives(List<Objective> all) {
		this(all, Map.of());
	}

	/**
	 * Create objectives with views of their own on what is bad.
	 * @param all valid objectives, no two of one name
	 * @param badStatuses statuses that are bad besides those of the server's errors, by
	 * the name of the objective
	 */
	public Objectives(List<Objective> all, Map<String, BadStatuses> badStatuses) {
		this.all = List.copyOf(all);
		this.badStatuses = Map.copyOf(badStatuses);
	}

	/**
	 * What is bad for an objective besides the server's errors.
	 * @param objective one of these
	 * @return the statuses
	 */
	public BadStatuses badStatuses(Objective objective) {
		return this.badStatuses.getOrDefault(objective.name(), BadStatuses.NONE);
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
