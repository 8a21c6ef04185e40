package dev.mainstay.observability.errorgroups;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * All groups, the one that was seen last at the end. When there are too many, the one
 * that was not seen for the longest time leaves. Guarded by whoever uses it.
 */
final class GroupTable {

	/** A place with more of them has something in its message that is no word. */
	static final int MESSAGES_OF_PLACE = 10;

	static final String ANY_MESSAGE = "(the messages differ too much to be told apart)";

	private final int max;

	private final Map<String, Group> groups = new LinkedHashMap<>(16, 0.75f, true);

	private final Map<String, Integer> groupsOfPlace = new HashMap<>();

	private long left;

	GroupTable(int max) {
		this.max = max;
	}

	/** The group of a failure, {@code null} if it is a new one. */
	@Nullable Group find(Fingerprint fingerprint) {
		Group exact = this.groups.get(fingerprint.id());
		return (exact != null) ? exact : this.groups.get(fingerprint.place());
	}

	@Nullable Group find(String fingerprint) {
		return this.groups.get(fingerprint);
	}

	Group add(Fingerprint fingerprint, String message, Instant at) {
		boolean any = this.groupsOfPlace.getOrDefault(fingerprint.place(), 0) >= MESSAGES_OF_PLACE;
		Group group = new Group(any ? fingerprint.place() : fingerprint.id(), fingerprint.place(), fingerprint.type(),
				any ? ANY_MESSAGE : message, at);
		add(group);
		return group;
	}

	void add(Group group) {
		if (this.groups.put(group.fingerprint(), group) == null) {
			this.groupsOfPlace.merge(group.location(), 1, Integer::sum);
		}
		if (this.groups.size() > this.max) {
			Iterator<Group> longestAgo = this.groups.values().iterator();
			Group leaving = longestAgo.next();
			longestAgo.remove();
			this.groupsOfPlace.computeIfPresent(leaving.location(), (place, count) -> (count > 1) ? count - 1 : null);
			this.left++;
		}
	}

	int size() {
		return this.groups.size();
	}

	/** How many groups had to leave. */
	long left() {
		return this.left;
	}

	/** All of them, the one that was seen last first. */
	List<ErrorGroup> all() {
		List<ErrorGroup> result = new ArrayList<>(this.groups.size());
		this.groups.values().forEach((group) -> result.add(0, group.snapshot()));
		return result;
	}

	List<Group> inOrder() {
		return List.copyOf(this.groups.values());
	}

}
