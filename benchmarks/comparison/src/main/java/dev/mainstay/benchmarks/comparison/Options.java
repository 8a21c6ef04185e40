package dev.mainstay.benchmarks.comparison;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is measured, and how long.
 *
 * @param settings on which JDKs and threads
 * @param operations what clients ask for
 * @param rounds how often each build is measured
 * @param duration of one measurement
 * @param starts how often each build is started for its start alone
 * @param warmUp how long each operation is asked for before anything is measured
 * @param rates requests a second, or, below 1, shares of what the bare build answers
 * @param soak how long to look at memory instead, zero if that is not asked for
 * @param perSecond how many requests of each operation then
 * @param scale whether to measure what there can be more of instead
 * @param page what gets the tables, none if they are only printed
 */
record Options(List<Setting> settings, List<Operation> operations, int rounds, Duration duration, int starts,
		Duration warmUp, List<Double> rates, Duration soak, int perSecond, boolean scale, List<Path> page) {

	private static final Map<String, String> DEFAULTS = Map.of("rounds", "9", "seconds", "5", "starts", "9", "warm-up",
			"30", "rates", "0.2,0.5", "threads", "platform", "operations", "READ,WRITE,KEYED,CALL");

	/** Shows that all works, and what it looks like; too short to be relied upon. */
	private static final Map<String, String> QUICK = Map.of("rounds", "2", "seconds", "1", "starts", "1", "warm-up",
			"4", "rates", "0.3", "page", "");

	/** Read {@code --name=value}. */
	static Options of(String... arguments) {
		Map<String, String> values = new LinkedHashMap<>(DEFAULTS);
		values.put("jdk", System.getProperty("java.home"));
		values.put("page", "../../docs/performance.md");
		values.put("packaged", "true");
		values.put("soak", "");
		values.put("per-second", "100");
		values.put("scale", "false");
		if (List.of(arguments).contains("--quick")) {
			values.putAll(QUICK);
		}
		for (String argument : arguments) {
			if (!argument.equals("--quick")) {
				put(values, argument);
			}
		}
		return of(values);
	}

	private static void put(Map<String, String> values, String argument) {
		String name = argument.replaceFirst("^--", "").replaceFirst("=.*$", "");
		if (!argument.matches("--[a-z-]+=.*") || values.replace(name, argument.substring(name.length() + 3)) == null) {
			throw new IllegalArgumentException("Not understood: " + argument);
		}
	}

	private static Options of(Map<String, String> values) {
		boolean packaged = Boolean.parseBoolean(values.get("packaged"));
		List<Setting> settings = list(values.get("jdk"), Path::of)
			.flatMap((jdk) -> list(values.get("threads"),
					(threads) -> new Setting(jdk, threads.equals("virtual"), packaged, false)))
			.filter((setting) -> !setting.virtual() || setting.hasVirtualThreads())
			.toList();
		if (settings.isEmpty()) {
			throw new IllegalArgumentException("None of the JDKs has virtual threads: " + values.get("jdk"));
		}
		return new Options(settings, list(values.get("operations"), Operation::valueOf).toList(),
				Integer.parseInt(values.get("rounds")), seconds(values.get("seconds")),
				Integer.parseInt(values.get("starts")), seconds(values.get("warm-up")),
				list(values.get("rates"), Double::valueOf).toList(), minutes(values.get("soak")),
				Integer.parseInt(values.get("per-second")), Boolean.parseBoolean(values.get("scale")),
				list(values.get("page"), Path::of).toList());
	}

	private static <T> Stream<T> list(String values, Function<String, T> type) {
		return Arrays.stream(values.split(",")).filter((value) -> !value.isEmpty()).map(type);
	}

	private static Duration minutes(String value) {
		return value.isEmpty() ? Duration.ZERO : Duration.ofMinutes(Integer.parseInt(value.replace("m", "")));
	}

	private static Duration seconds(String value) {
		return Duration.ofSeconds(Integer.parseInt(value));
	}

}
