package dev.mainstay.benchmarks.comparison;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All rounds in one setting, in the order in which they took place. Not thread-safe.
 */
final class Results {

	/** What was asked for, and how. */
	record Case(Operation operation, Load load) {
	}

	private final String setting;

	private final Map<Variant, List<Start>> starts = new EnumMap<>(Variant.class);

	private final Map<Case, Map<Variant, List<Measured>>> rounds = new LinkedHashMap<>();

	Results(String setting) {
		this.setting = setting;
	}

	void add(Variant variant, Start start) {
		this.starts.computeIfAbsent(variant, (it) -> new ArrayList<>()).add(start);
	}

	void add(Case of, Variant variant, Measured measured) {
		this.rounds.computeIfAbsent(of, (it) -> new EnumMap<>(Variant.class))
			.computeIfAbsent(variant, (it) -> new ArrayList<>())
			.add(measured);
	}

	String setting() {
		return this.setting;
	}

	List<Start> starts(Variant variant) {
		return this.starts.getOrDefault(variant, List.of());
	}

	/** The cases at saturation, or those at a rate. */
	List<Case> cases(boolean saturation) {
		return this.rounds.keySet().stream().filter((it) -> it.load().isSaturation() == saturation).toList();
	}

	List<Measured> rounds(Case of, Variant variant) {
		return this.rounds.getOrDefault(of, Map.of()).getOrDefault(variant, List.of());
	}

	/** Each round on its own, for whoever wants to look at more than medians. */
	String csv() {
		StringBuilder csv = new StringBuilder();
		this.starts.forEach((variant, list) -> list
			.forEach((start) -> csv.append("%s;%s;start;;%s%n".formatted(this.setting, variant, start))));
		this.rounds.forEach((of, byVariant) -> byVariant.forEach((variant, list) -> list.forEach((measured) -> csv
			.append("%s;%s;%s;%s;%s%n".formatted(this.setting, variant, of.operation(), of.load(), measured)))));
		return csv.toString();
	}

}
