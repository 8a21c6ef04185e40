package dev.mainstay.observability.errorgroups;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.mainstay.observability.errorgroups.ErrorGroup.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * All groups, the one that was seen last at the end. When there are too many, the one
 * that was not seen for the longest time leaves. Thread-safe.
 */
final class GroupTable {

	/** A place with more of them has something in its message that is no word. */
	static final int MESSAGES_OF_PLACE = 10;

	static final String ANY_MESSAGE = "(the messages differ too much to be told apart)";

	private final int max;

	private final Map<String, Group> groups = new LinkedHashMap<>(16, 0.75f, true);

	private final Map<String, Integer> groupsOfPlace = new HashMap<>();

	private long left;

	private long failures;

	private long changes;

	GroupTable(int max) {
		this.max = max;
	}

	/** Add a failure to its group, which may be a new one. */
	synchronized Added add(Fingerprint fingerprint, MetFailure met, FailureSamples samples) {
		Group known = find(fingerprint);
		Group group = (known != null) ? known : begin(fingerprint, met);
		boolean regressed = group.add(met.at(), samples.version(), met.context());
		this.failures++;
		this.changes++;
		boolean sampled = regressed || samples.isDue(group.sample(), met.at());
		return new Added(group, group.fingerprint(), known == null, regressed, sampled);
	}

	private @Nullable Group find(Fingerprint fingerprint) {
		Group exact = this.groups.get(fingerprint.id());
		return (exact != null) ? exact : this.groups.get(fingerprint.place());
	}

	private Group begin(Fingerprint fingerprint, MetFailure met) {
		boolean any = this.groupsOfPlace.getOrDefault(fingerprint.place(), 0) >= MESSAGES_OF_PLACE;
		Group group = new Group(any ? fingerprint.place() : fingerprint.id(), fingerprint.place(), fingerprint.type(),
				any ? ANY_MESSAGE : FailureSamples.shortened(fingerprint.pattern()), met.at());
		add(group);
		return group;
	}

	private void add(Group group) {
		this.groups.put(group.fingerprint(), group);
		this.groupsOfPlace.merge(group.location(), 1, Integer::sum);
		if (this.groups.size() > this.max) {
			Iterator<Group> longestAgo = this.groups.values().iterator();
			Group leaving = longestAgo.next();
			longestAgo.remove();
			this.groupsOfPlace.computeIfPresent(leaving.location(), (place, count) -> (count > 1) ? count - 1 : null);
			this.left++;
		}
	}

	synchronized void sample(Added added, FailureSample sample, @Nullable String place) {
		added.group().sample(sample, place);
	}

	synchronized ErrorGroup snapshot(Added added) {
		return added.group().snapshot();
	}

	synchronized void route(String fingerprint, @Nullable String route) {
		Group group = this.groups.get(fingerprint);
		if (group != null) {
			group.route(route);
		}
	}

	synchronized Optional<ErrorGroup> resolve(String fingerprint, @Nullable Resolution resolution) {
		Group group = this.groups.get(fingerprint);
		if (group == null) {
			return Optional.empty();
		}
		this.changes++;
		if (resolution != null) {
			group.resolve(resolution);
		}
		else {
			group.reopen();
		}
		return Optional.of(group.snapshot());
	}

	/** To be looked at is not to be seen: it changes no place in the order. */
	synchronized Optional<ErrorGroup> find(String fingerprint) {
		for (Group group : this.groups.values()) {
			if (group.fingerprint().equals(fingerprint)) {
				return Optional.of(group.snapshot());
			}
		}
		return Optional.empty();
	}

	/** All of them, the one that was seen last first. */
	synchronized List<ErrorGroup> all() {
		List<Group> order = new ArrayList<>(this.groups.values());
		List<ErrorGroup> result = new ArrayList<>(order.size());
		for (int i = order.size() - 1; i >= 0; i--) {
			result.add(order.get(i).snapshot());
		}
		return result;
	}

	/** What an earlier process has left, the one that was seen last at the end. */
	synchronized void restore(List<KeptGroup> kept) {
		for (KeptGroup known : kept) {
			if (!this.groups.containsKey(known.group().fingerprint())) {
				add(new Group(known.group(), known.location()));
			}
		}
	}

	synchronized List<KeptGroup> kept() {
		return this.groups.values().stream().map(Group::kept).toList();
	}

	synchronized int size() {
		return this.groups.size();
	}

	/** How many groups had to leave. */
	synchronized long left() {
		return this.left;
	}

	synchronized long failures() {
		return this.failures;
	}

	/** Another number says that something has changed. */
	synchronized long changes() {
		return this.changes;
	}

	/**
	 * A failure in its group.
	 *
	 * @param group the group, to be changed by the table only
	 * @param fingerprint its name
	 * @param isNew whether the failure is the first one
	 * @param isRegressed whether it should not have happened any more
	 * @param isSampled whether it is to be the sample
	 */
	record Added(Group group, String fingerprint, boolean isNew, boolean isRegressed, boolean isSampled) {

	}

}
