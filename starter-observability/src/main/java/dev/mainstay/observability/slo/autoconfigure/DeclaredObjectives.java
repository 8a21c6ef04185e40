package dev.mainstay.observability.slo.autoconfigure;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.observability.slo.BadStatuses;
import dev.mainstay.observability.slo.Objective;
import dev.mainstay.observability.slo.ObjectiveKind;
import dev.mainstay.observability.slo.Objectives;
import dev.mainstay.observability.slo.RoutePattern;
import dev.mainstay.observability.slo.autoconfigure.SloProperties.ObjectiveProperties;
import org.jspecify.annotations.Nullable;

/**
 * Makes objectives of what the properties say, and refuses what makes no sense.
 */
final class DeclaredObjectives {

	static final String PREFIX = "mainstay.slo.objectives.";

	/** What needs no quotes in a query or a file name. */
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");

	private static final Duration SHORTEST = Duration.ofDays(1);

	private static final Duration LONGEST = Duration.ofDays(366);

	private DeclaredObjectives() {
	}

	/** What holds where nobody says anything. */
	static Objectives assumed() {
		return new Objectives(List.of(new Objective("availability", ObjectiveKind.AVAILABILITY, 0.995,
				Duration.ofDays(30), null, List.of(), null, null, true)));
	}

	/** In the order of their names, so that what is generated of them stays the same. */
	static Objectives of(Map<String, ObjectiveProperties> declared) {
		List<Objective> all = new TreeMap<>(declared).entrySet()
			.stream()
			.flatMap((entry) -> objectives(entry.getKey(), entry.getValue()))
			.toList();
		Set<String> names = new HashSet<>();
		for (Objective objective : all) {
			InvalidPropertyException.check(names.add(objective.name().toLowerCase(Locale.ROOT)),
					PREFIX + objective.name(), "an objective",
					"another objective has the name " + objective.name()
							+ ", which is also that of the latency of an objective that has an availability",
					"Give one of them another name");
		}
		return new Objectives(all, badStatuses(declared));
	}

	private static Map<String, BadStatuses> badStatuses(Map<String, ObjectiveProperties> declared) {
		Map<String, BadStatuses> statuses = new HashMap<>();
		declared.forEach((name, objective) -> statuses.put(name + Objectives.LATENCY_SUFFIX,
				new BadStatuses(objective.badStatuses())));
		declared.forEach((name, objective) -> statuses.put(name, new BadStatuses(objective.badStatuses())));
		return statuses;
	}

	private static Stream<Objective> objectives(String name, ObjectiveProperties declared) {
		String property = PREFIX + name;
		checkForm(name, declared);
		Objective availability = null;
		if (declared.availability() != null) {
			double target = target(property + ".availability", declared.availability(), declared.window());
			availability = objective(name, ObjectiveKind.AVAILABILITY, target, declared);
		}
		Objective latency = null;
		if (declared.latencyTarget() != null) {
			double target = target(property + ".latency-target", declared.latencyTarget(), declared.window());
			latency = objective((availability != null) ? name + Objectives.LATENCY_SUFFIX : name, ObjectiveKind.LATENCY,
					target, declared);
		}
		return Stream.concat(Stream.ofNullable(availability), Stream.ofNullable(latency));
	}

	private static double target(String property, String written, Duration window) {
		return TargetShare.of(property, written).checkReach(window).share().doubleValue();
	}

	private static Objective objective(String name, ObjectiveKind kind, double target, ObjectiveProperties declared) {
		Duration latency = (kind == ObjectiveKind.LATENCY) ? declared.latency() : null;
		return new Objective(name, kind, target, declared.window(), latency, declared.routes(),
				trimmed(declared.owner()), trimmed(declared.runbook()), false);
	}

	private static @Nullable String trimmed(@Nullable String text) {
		return (text != null && !text.isBlank()) ? text.trim() : null;
	}

	private static void checkForm(String name, ObjectiveProperties declared) {
		String property = PREFIX + name;
		InvalidPropertyException.check(NAME.matcher(name).matches(), property, "an objective",
				"its name is not made of letters, digits, - and _ only", "Give it another name, such as orders");
		InvalidPropertyException.check(declared.availability() != null || declared.latencyTarget() != null, property,
				"an objective", "it has no target",
				"Set its availability, such as 99.5%, or its latency and latency-target, or both");
		InvalidPropertyException.check((declared.latency() != null) == (declared.latencyTarget() != null), property,
				"an objective", "it has only one of latency and latency-target", "Set both, such as 300ms and 99%");
		Duration latency = declared.latency();
		InvalidPropertyException.check(latency == null || latency.compareTo(Duration.ZERO) > 0, property + ".latency",
				latency, "nothing ends in no time", "Write a duration, such as 300ms");
		Duration window = declared.window();
		InvalidPropertyException.check(window.compareTo(SHORTEST) >= 0 && window.compareTo(LONGEST) <= 0,
				property + ".window", window,
				"budgets are for windows from 1d to 366d: a page looks back six hours, and so do its alerts",
				"Write a duration, such as 30d");
		checkRoutes(property, declared.routes());
		checkStatuses(property, declared.badStatuses());
	}

	private static void checkStatuses(String property, List<String> statuses) {
		for (String status : statuses) {
			InvalidPropertyException.check(BadStatuses.isValid(status), property + ".bad-statuses", status,
					"it is no status", "Write a status, such as 429, or a class of them, such as 4xx");
		}
	}

	private static void checkRoutes(String property, List<String> routes) {
		for (int i = 0; i < routes.size(); i++) {
			InvalidPropertyException.check(RoutePattern.parse(routes.get(i)) != null, property + ".routes[" + i + "]",
					routes.get(i), "it is no route", "Write a template, such as /orders/{id}, a pattern, such as "
							+ "/orders/**, or either after a method, such as POST /orders");
		}
	}

}
