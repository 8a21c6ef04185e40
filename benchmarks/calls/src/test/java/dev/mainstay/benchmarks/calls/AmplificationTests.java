package dev.mainstay.benchmarks.calls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the documented bound and the documented data to what the code does.
 */
class AmplificationTests {

	private static final Path DOCS = Path.of("../../docs");

	private static List<AmplificationRow> rows;

	/**
	 * The limit for all methods is for those that hang; this one makes millions of calls.
	 */
	@BeforeAll
	@Timeout(value = 15, unit = TimeUnit.MINUTES)
	static void run() {
		rows = Amplification.run();
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
	void noWindowHasMoreThanTheBound() {
		assertThat(of(Library.MAINSTAY)).hasSize(16)
			.allSatisfy((row) -> assertThat(row.mostOfBound()).isLessThanOrEqualTo(1));
	}

	@Test
	void aDependencyNeverGetsMoreThanATenthMore() {
		assertThat(of(Library.MAINSTAY))
			.allSatisfy((row) -> assertThat(row.calls()).isLessThanOrEqualTo(row.requests() + row.requests() / 10));
		assertThat(of(Library.MAINSTAY_2M))
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
		assertThat(of(Library.MAINSTAY)).filteredOn((row) -> row.failing() == 10).allSatisfy((row) -> {
			assertThat(row.successPercent()).as("%s", row).isGreaterThan((row.perSecond() >= 200) ? 98 : 96);
		});
		assertThat(of(Library.MAINSTAY_2M)).filteredOn((row) -> row.failing() == 10)
			.allSatisfy((row) -> assertThat(row.successPercent()).as("%s", row).isGreaterThan(98));
	}

	private static List<AmplificationRow> of(Library library) {
		return rows.stream().filter((row) -> row.library() == library).toList();
	}

}
