package dev.mainstay.observability.slo.burn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What outlives the process of all budgets, in lines of text: which form it has, since
 * when events are known, and of each objective what it counts and what is known of it.
 */
final class KeptBudgets {

	private static final String FORM = "mainstay-slo 1";

	private static final String SINCE = "since ";

	private static final String OBJECTIVE = "objective ";

	/** What comes before it in the definition of an objective. */
	private static final String END_OF_NAME = ": ";

	private final Instant since;

	private final Map<String, List<String>> objectives = new LinkedHashMap<>();

	private KeptBudgets(Instant since) {
		this.since = since;
	}

	static List<String> lines(Instant since, Map<String, List<String>> objectives) {
		Stream<String> lines = objectives.entrySet()
			.stream()
			.flatMap((entry) -> Stream.concat(Stream.of(OBJECTIVE + entry.getKey()), entry.getValue().stream()));
		return Stream.concat(Stream.of(FORM, SINCE + since), lines).toList();
	}

	/**
	 * Read lines.
	 * @throws RuntimeException if they are not what was written
	 */
	static KeptBudgets of(List<String> lines) {
		if (lines.isEmpty()) {
			return new KeptBudgets(Instant.MAX);
		}
		if (!lines.get(0).equals(FORM)) {
			throw new IllegalArgumentException("it does not begin with " + FORM);
		}
		KeptBudgets all = new KeptBudgets(Instant.parse(lines.get(1).substring(SINCE.length())));
		List<String> current = new ArrayList<>();
		for (String line : lines.subList(2, lines.size())) {
			if (line.startsWith(OBJECTIVE)) {
				current = new ArrayList<>();
				all.objectives.put(line.substring(OBJECTIVE.length()), current);
			}
			else {
				current.add(line);
			}
		}
		return all;
	}

	Instant since() {
		return this.since;
	}

	/** The lines of an objective, {@code null} if nothing is known of it. */
	@Nullable List<String> remove(String definition) {
		return this.objectives.remove(definition);
	}

	/** The names of the objectives that are left. */
	List<String> names() {
		return this.objectives.keySet().stream().map((it) -> it.split(END_OF_NAME, 2)[0]).toList();
	}

}
