package dev.mainstay.core.hardening.autoconfigure;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.Severity;

/**
 * The groups and severities whose findings refuse a start.
 */
record Enforced(Set<Group> groups, Set<Severity> severities) {

	static final String PROPERTY = "mainstay.hardening.enforce";

	static final Enforced NOTHING = new Enforced(Set.of(), Set.of());

	/**
	 * What the service wants enforced, and what a policy locks.
	 */
	static Enforced of(List<String> service, List<String> policy) {
		Set<String> names = Stream.concat(service.stream(), policy.stream())
			.map(Enforced::uniform)
			.collect(Collectors.toSet());
		return new Enforced(some(Group.class, names), some(Severity.class, names));
	}

	private static <E extends Enum<E>> Set<E> some(Class<E> type, Collection<String> names) {
		Set<E> some = EnumSet.allOf(type);
		some.removeIf((value) -> !names.contains(uniform(value.name())));
		return some;
	}

	/**
	 * Refuse a name that is none.
	 */
	static void check(List<String> names) {
		Set<String> known = Stream.<Enum<?>[]>of(Group.values(), Severity.values())
			.flatMap(Arrays::stream)
			.map((value) -> uniform(value.name()))
			.collect(Collectors.toCollection(TreeSet::new));
		for (String name : names) {
			InvalidPropertyException.check(known.contains(uniform(name)), PROPERTY, name,
					"there is no such group or severity", "Set some of " + String.join(", ", known));
		}
	}

	private static String uniform(String name) {
		return name.strip().toLowerCase(Locale.ROOT);
	}

}
