package dev.mainstay.observability.slo.burn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.observability.slo.BurnPair;
import dev.mainstay.observability.slo.Objective;

/**
 * What outlives the process of a budget, in lines of text: the steps of time in which
 * there were events, and the alerts that were on.
 *
 * @param minutes of each minute its number, its good and its bad events
 * @param parts the same of each part of the window
 * @param alerts the alerts
 */
record KeptBudget(List<long[]> minutes, List<long[]> parts, List<Alert> alerts) {

	private static final String MINUTE = "minute";

	private static final String PART = "part";

	private static final String ALERT = "alert";

	private static final int NUMBERS = 3;

	List<String> lines() {
		return Stream
			.of(steps(MINUTE, this.minutes), steps(PART, this.parts), this.alerts.stream()
				.map((alert) -> String.join(" ", ALERT, alert.pair().severity(), alert.pair().longWindow().toString(),
						alert.since().toString(), Double.toString(alert.burnRate()))))
			.flatMap((lines) -> lines)
			.toList();
	}

	private static Stream<String> steps(String word, List<long[]> steps) {
		return steps.stream().map((step) -> word + " " + step[0] + " " + step[1] + " " + step[2]);
	}

	/**
	 * Read lines.
	 * @throws RuntimeException if they are not what was written
	 */
	static KeptBudget of(List<String> lines, Objective objective, List<BurnPair> policy) {
		KeptBudget kept = new KeptBudget(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		for (String line : lines) {
			String[] words = line.split(" ");
			switch (words[0]) {
				case MINUTE -> kept.minutes.add(numbers(words));
				case PART -> kept.parts.add(numbers(words));
				case ALERT -> policy.stream()
					.filter((pair) -> pair.severity().equals(words[1]) && pair.longWindow().toString().equals(words[2]))
					.forEach((pair) -> kept.alerts
						.add(new Alert(objective, pair, Instant.parse(words[3]), Double.parseDouble(words[4]))));
				default -> throw new IllegalArgumentException("a line begins with another word");
			}
		}
		return kept;
	}

	private static long[] numbers(String[] words) {
		long[] numbers = new long[NUMBERS];
		for (int i = 0; i < NUMBERS; i++) {
			numbers[i] = Long.parseLong(words[i + 1]);
			if (numbers[i] < 0) {
				throw new IllegalArgumentException("a number is negative");
			}
		}
		return numbers;
	}

}
