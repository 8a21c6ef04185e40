package dev.mainstay.benchmarks.calls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the documented bound and the documented data to what the code does.
 */
class AmplificationTests {

	private static final Path DOCS = Path.of("../../docs");

	private static final double ROUNDING = 1e-9;

	private static List<AmplificationRow> rows;

	/**
	 * The limit for all methods is for those that hang; this one makes millions of calls.
	 */
	@BeforeAll
	@Timeout(value = 15, unit = TimeUnit.MINUTES)
	static void run() {
		rows = apart(Amplification::run);
	}

	@Test
	void theDocumentationHasTheData() throws IOException {
		assertThat(DOCS.resolve("amplification.csv")).content().isEqualTo(Amplification.csv(rows));
	}

	@Test
	void theChartIsDrawnFromIt() throws IOException {
		assertThat(Files.readString(DOCS.resolve("amplification.svg"))).isEqualTo(new AmplificationChart(rows).svg());
	}

	@Test
	void atNoTimeIsThereMoreThanTheBound() {
		assertThat(of(Library.MAINSTAY)).hasSize(16).allSatisfy((row) -> {
			assertThat(row.mostOfBound()).isLessThanOrEqualTo(1);
			assertThat(row.mostOfTenSeconds()).isLessThanOrEqualTo(2);
		});
		assertThat(of(Library.MAINSTAY_10S)).hasSize(16)
			.allSatisfy((row) -> assertThat(row.mostOfTenSeconds()).isLessThanOrEqualTo(1));
	}

	/** For a minute a fifth more, then as much less, but for the floor of 3 in 10 s. */
	@Test
	void anOutageAfterTwoGoodMinutesIsTheWorst() throws IOException {
		List<Outage> outages = apart(Amplification::outages);
		assertThat(DOCS.resolve("amplification-outage.csv")).content().isEqualTo(Amplification.outages(outages));
		assertThat(outages).filteredOn((outage) -> outage.library() == Library.MAINSTAY).allSatisfy((outage) -> {
			double floor = 3.0 / (10 * outage.perSecond());
			assertThat(outage.worstTenSeconds()).isLessThanOrEqualTo(1.2 + ROUNDING);
			assertThat(outage.worstTwoMinutes()).isLessThanOrEqualTo(1.1 + floor / 2 + ROUNDING);
			assertThat(outage.tenMinutes()).isLessThanOrEqualTo(1.101 + floor / 10);
		});
	}

	@Test
	void aDependencyNeverGetsMoreThanATenthMore() {
		assertThat(of(Library.MAINSTAY))
			.allSatisfy((row) -> assertThat(row.calls()).isLessThanOrEqualTo(row.requests() + row.requests() / 10));
		assertThat(of(Library.MAINSTAY_10S))
			.allSatisfy((row) -> assertThat(row.calls()).isLessThanOrEqualTo(row.requests() + row.requests() / 10));
	}

	@Test
	void aDependencyThatIsWellGetsNoMore() {
		assertThat(rows).filteredOn((row) -> row.failing() == 0)
			.hasSize(4 * Library.values().length)
			.allSatisfy((row) -> assertThat(row.calls()).isEqualTo(row.requests()));
	}

	/** Of a tenth that fails no more than nine tenths can be repaired by a tenth more. */
	@Test
	void mostOfATenthIsRepaired() {
		assertThat(of(Library.MAINSTAY)).filteredOn((row) -> row.failing() == 10)
			.allSatisfy((row) -> assertThat(row.successPercent()).as("%s", row).isGreaterThan(98));
		assertThat(of(Library.MAINSTAY_10S)).filteredOn((row) -> row.failing() == 10)
			.allSatisfy((row) -> assertThat(row.successPercent()).as("%s", row)
				.isGreaterThan((row.perSecond() >= 200) ? 98 : 96));
	}

	@ParameterizedTest
	@ValueSource(ints = { 5, 20, 200, 1000 })
	void mostOfATenthIsRepairedWhateverTheChance(int perSecond) {
		assertThat(IntStream.rangeClosed(1, 10).mapToObj((seed) -> ofChance(perSecond, seed))).allSatisfy((row) -> {
			assertThat(row.successPercent()).isGreaterThan(98);
			assertThat(row.mostOfBound()).isLessThanOrEqualTo(1);
		});
	}

	private static AmplificationRow ofChance(int perSecond, int seed) {
		return apart(
				() -> AmplificationRow.of(Library.MAINSTAY, perSecond, 10, Amplification.RATES.get(perSecond), seed));
	}

	/** Each retry looks at the stack, which is a long one below a test. */
	private static <T> T apart(Supplier<T> simulation) {
		return CompletableFuture.supplyAsync(simulation).join();
	}

	private static List<AmplificationRow> of(Library library) {
		return rows.stream().filter((row) -> row.library() == library).toList();
	}

}
