package dev.mainstay.tests.external;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.mainstay.observability.slo.Objective;
import dev.mainstay.observability.slo.ObjectiveKind;
import dev.mainstay.observability.slo.burn.BudgetState;
import dev.mainstay.observability.slo.generate.SloFiles;
import dev.mainstay.observability.slo.generate.SloFilesCheck;
import dev.mainstay.tests.external.Promtool.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a service says of its budgets is what Prometheus says of them, after the same two
 * hours: idle times, an outage, a restart and a slow burn.
 */
class ReplayTests {

	private static final Objective CHECKOUT = new Objective("checkout", ObjectiveKind.AVAILABILITY, 0.95,
			Duration.ofDays(30), null, List.of(), null, null, false);

	private static final String BUDGET = "0.05";

	private static final String LABELS = "{service=\"orders\",slo=\"checkout\"}";

	private static final Map<String, Duration> WINDOWS = Map.of("5m", Duration.ofMinutes(5), "30m",
			Duration.ofMinutes(30), "1h", Duration.ofHours(1), "2h", Duration.ofHours(2));

	/**
	 * In and after each kind of traffic; also while a window begins within the restart.
	 */
	private static final List<Integer> MINUTES = List.of(1, 4, 19, 22, 29, 33, 46, 49, 52, 69, 71, 72, 75, 76, 90, 100,
			101, 106, 113, 116, 120);

	/** Prometheus adds up rates over five minutes, so that the last ones weigh less. */
	private static final List<Integer> AFTER_FIVE_IDLE_MINUTES = List.of(26, 30, 119, 120);

	private static final int COMPARED = MINUTES.size() * WINDOWS.size() + AFTER_FIVE_IDLE_MINUTES.size();

	private final Promtool promtool = Promtool.find();

	@TempDir
	private Path folder;

	@Test
	void aServiceAndPrometheusAgree() throws Exception {
		Answer answer = answer(1);
		assertThat(answer.code()).as(answer.text()).isZero();
	}

	/** Where nothing was bad there is nothing that could differ. */
	@ParameterizedTest
	@ValueSource(doubles = { 0.99, 1.01 })
	void aDifferenceOfOnePercentIsFound(double factor) throws Exception {
		Answer answer = answer(factor);
		assertThat(answer.text()).contains("FAILED").doesNotContain("err:");
		assertThat(answer.text().split("expr: ")).hasSizeGreaterThan(COMPARED * 9 / 10);
	}

	private Answer answer(double factor) throws Exception {
		SloFilesCheck.write(SloFiles.of("orders", List.of(CHECKOUT)), this.folder);
		StringBuilder tests = new StringBuilder();
		String series;
		try (Replay replay = new Replay(CHECKOUT, this.folder.resolve("slo.state"))) {
			for (int minute = 1; minute <= 120; minute++) {
				BudgetState state = replay.upTo(minute);
				compare(tests, minute, state, factor);
			}
			series = series("good", replay.good()) + series("bad", replay.bad());
		}
		Files.writeString(this.folder.resolve("replay.yaml"), """
				rule_files: [%s]
				evaluation_interval: 1m
				tests:
				  - interval: 15s
				    input_series:
				%s    promql_expr_test:
				%s""".formatted(SloFiles.RULES, series, tests));
		return this.promtool.run(this.folder, "test", "rules", "replay.yaml");
	}

	private static String series(String result, String values) {
		return "      - series: 'slo_events_total{service=\"orders\",slo=\"checkout\",result=\"" + result + "\"}'\n"
				+ "        values: '" + values + "'\n";
	}

	private static void compare(StringBuilder tests, int minute, BudgetState state, double factor) {
		if (MINUTES.contains(minute)) {
			WINDOWS.forEach((name, window) -> equal(tests, minute, burnRate(name),
					state.burnRates().getOrDefault(window, -1.0) * factor));
		}
		if (AFTER_FIVE_IDLE_MINUTES.contains(minute)) {
			equal(tests, minute, "mainstay_slo:error_budget_remaining:ratio" + LABELS, state.budgetLeft() * factor);
		}
	}

	/** Where nothing happened there is no ratio, and nothing burns. */
	private static String burnRate(String window) {
		return "((mainstay_slo:error_ratio:rate" + window + LABELS + " or 0 * mainstay_slo:events:rate" + window
				+ LABELS + ") / " + BUDGET + ")";
	}

	private static void equal(StringBuilder tests, int minute, String expression, double expected) {
		String value = decimal(expected);
		tests
			.append("      - expr: 'abs(" + expression + " - " + value + ") <= bool 0.001 * "
					+ decimal(Math.abs(expected)) + "'\n")
			.append("        eval_time: " + minute + "m\n")
			.append("        exp_samples: [{labels: '" + LABELS + "', value: 1}]\n");
	}

	private static String decimal(double value) {
		return String.format(Locale.ROOT, "%.12f", value);
	}

}
