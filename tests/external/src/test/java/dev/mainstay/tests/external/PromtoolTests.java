package dev.mainstay.tests.external;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.mainstay.observability.slo.Objective;
import dev.mainstay.observability.slo.ObjectiveKind;
import dev.mainstay.observability.slo.generate.SloFiles;
import dev.mainstay.observability.slo.generate.SloFilesCheck;
import dev.mainstay.tests.external.Promtool.Answer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules that are generated from objectives pass the tests that are generated with
 * them, and rules that are a little wrong do not.
 */
class PromtoolTests {

	private static final Objective CHECKOUT = objective("checkout", 0.999, Duration.ofDays(30));

	private final Promtool promtool = Promtool.find();

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "0.9, P30D", "0.95, P28D", "0.995, P30D", "0.999, P30D", "0.999, P7D", "0.99999, P90D", "0.99, P1D",
			"0.5, PT1H", "0.99, PT30M" })
	void rulesAreGoodAndPassTheirTests(double target, Duration window) throws Exception {
		write(SloFiles.of("orders", List.of(objective("checkout", target, window))));
		assertPass();
	}

	@ParameterizedTest
	@ValueSource(strings = { "my \"größe\" \\ it's # a: b", "{{ a }}" })
	void namesMayBeAnything(String name) throws Exception {
		Objective latency = new Objective("slow " + name, ObjectiveKind.LATENCY, 0.99, Duration.ofDays(30),
				Duration.ofMillis(300), List.of("GET /a/{b}"), name, name, false);
		write(SloFiles.of(name, List.of(latency)));
		assertPass();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 2 })
	void thereMayBeManyOrNone(int number) throws Exception {
		List<Objective> objectives = List.of(CHECKOUT, objective("search", 0.99, Duration.ofDays(28)));
		write(SloFiles.of("orders", objectives.subList(0, number)));
		assertPass();
	}

	/** In each line: a part of the rules, and what takes its place. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"a page that comes too late                | > 14.4 *     | > 144 *",
			"no page for a burn of 10.2                | > 6 *        | > 60 *",
			"a page for a burn of 1.2                  | > 6 *        | > 1 *",
			"no ticket for a burn of 1.2               | > 1 *        | > 2 *",
			"a page for one event                      | >= 10        | >= 1",
			"no page for the tenth event               | >= 10        | >= 11",
			"a page that stays                         | error_ratio:rate30m{service=\"orders\",slo=\"checkout\"} > 6 | error_ratio:rate6h{service=\"orders\",slo=\"checkout\"} > 6",
			"a ratio in an idle time                   | ` > 0)`      | )",
			"a budget that is no number                | , 1e-9       | , 0",
			"a budget that does not count the first    | [30d]        | [1m]",
			"an average of ratios                      | sum_over_time(mainstay_slo:events_bad:rate5m{service=\"orders\",slo=\"checkout\"}[30d]) | clamp_max(1e-9 * avg_over_time(mainstay_slo:error_ratio:rate5m{service=\"orders\",slo=\"checkout\"}[30d]), 1)",
			"a restart that counts                     | (rate(       | (deriv(",
			"failures that nobody counts               | result=\"bad\" | result=\"error\"",
			"an absence that pages at once             | for: 10m     | for: 1m",
			"an absence that pages too late            | for: 10m     | for: 30m",
			"a severity that nobody routes             | severity: page | severity: critical",
			"somebody else's alert                     | owner: team  | owner: others" })
	void testsFindRulesThatAreWrong(String what, String part, String instead) throws Exception {
		write(SloFiles.of("orders", List.of(CHECKOUT)));
		Path rules = this.folder.resolve(SloFiles.RULES);
		String text = Files.readString(rules);
		assertThat(text).contains(part);
		Files.writeString(rules, text.replace(part, instead));
		assertThat(check().text()).contains("SUCCESS");
		assertThat(test().text()).as(what).contains("FAILED");
	}

	private void assertPass() throws Exception {
		Answer rules = check();
		assertThat(rules.code()).as(rules.text()).isZero();
		Answer tests = test();
		assertThat(tests.code()).as(tests.text()).isZero();
	}

	private void write(SloFiles files) throws IOException {
		SloFilesCheck.write(files, this.folder);
	}

	private Answer check() throws Exception {
		return this.promtool.run(this.folder, "check", "rules", SloFiles.RULES);
	}

	private Answer test() throws Exception {
		return this.promtool.run(this.folder, "test", "rules", SloFiles.TESTS);
	}

	private static Objective objective(String name, double target, Duration window) {
		return new Objective(name, ObjectiveKind.AVAILABILITY, target, window, null, List.of(), "team", null, false);
	}

}
