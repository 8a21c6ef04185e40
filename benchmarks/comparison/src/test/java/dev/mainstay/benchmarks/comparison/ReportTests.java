package dev.mainstay.benchmarks.comparison;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for what is made of rounds.
 */
class ReportTests {

	private static final Results.Case SATURATION = new Results.Case(Operation.READ, Load.saturation(8));

	private static final Results.Case RATE = new Results.Case(Operation.READ, new Load(32, 500));

	@Test
	void namesTargetsThatAreMissed() {
		assertThat(new Targets(results(800, 105)).markdown())
			.contains("at least 0.85 of bare throughput | Mainstay, enforce | 0.80 (0.80 to 0.80) | **missed** |")
			.contains("CPU at most 15 µs more | Mainstay, enforce | 5 µs (5 µs to 5 µs) | met |")
			.contains("in every figure | Mainstay, enforce | times as good: throughput of `GET`, saturation: 0.89");
	}

	@Test
	void namesTargetsThatAreMet() {
		assertThat(new Targets(results(900, 120)).markdown())
			.contains("at least 0.85 of bare throughput | Mainstay, enforce | 0.90 (0.90 to 0.90) | met |")
			.contains("CPU at most 15 µs more | Mainstay, enforce | 20 µs (20 µs to 20 µs) | **missed** |")
			.contains("in every figure | Mainstay, enforce | all | met |");
	}

	@Test
	void takesRatiosOfRoundsThatWereBesideEachOther() {
		List<Double> fast = List.of(200.0, 20.0, 2.0);
		List<Double> slow = List.of(100.0, 10.0, 1.0);
		assertThat(Spread.ratio(slow, fast, Double::doubleValue)).isEqualTo(new Spread(0.5, 0.5, 0.5));
		assertThat(Spread.of(fast, Double::doubleValue)).isEqualTo(new Spread(20, 2, 200));
	}

	@Test
	void drawsBarsAsHighAsTheirMedians() throws Exception {
		for (Chart chart : Chart.values()) {
			String svg = chart.svg(List.of(results(800, 105), results(900, 120)));
			var drawing = DocumentBuilderFactory.newInstance()
				.newDocumentBuilder()
				.parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
			// The ground, one of each in the legend, and one of each in both panels.
			assertThat(drawing.getElementsByTagName("rect").getLength()).isEqualTo(1 + 4 + 2 * 4);
		}
		assertThat(Chart.THROUGHPUT.svg(List.of(results(800, 105)))).contains("height=\"200.0\"")
			.contains("height=\"160.0\"");
	}

	@Test
	void replacesOnlyWhatIsItsOwn(@TempDir Path folder) throws IOException {
		Path page = folder.resolve("page.md");
		Files.writeString(page, "before\n<!-- Written by benchmarks/compare: -->\nold\n<!-- Until here. -->\nafter\n");
		Page.check(page, "benchmarks/compare");
		Page.replace(page, "benchmarks/compare", "new\n");
		Page.replace(page, "benchmarks/compare", "newer\n");
		assertThat(page)
			.hasContent("before\n<!-- Written by benchmarks/compare: -->\n\nnewer\n\n<!-- Until here. -->\nafter\n");
		Files.writeString(page, "nothing\n");
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> Page.replace(page, "benchmarks/compare", "new\n"));
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> Page.check(page, "benchmarks/compare"))
			.withMessageEndingWith("has no place for the tables of benchmarks/compare");
	}

	@Test
	void roundsSharesDownAndLeavesRatesAlone() {
		assertThat(Comparison.perSecond(0.2, 12_345)).isEqualTo(2400);
		assertThat(Comparison.perSecond(0.5, 19)).isEqualTo(10);
		assertThat(Comparison.perSecond(750, 12_345)).isEqualTo(750);
	}

	@Test
	void readsOptions() {
		Options options = Options.of("--quick", "--rounds=3", "--threads=platform,virtual", "--operations=READ",
				"--packaged=false");
		assertThat(options.rounds()).isEqualTo(3);
		assertThat(options.page()).isEmpty();
		assertThat(options.duration()).isEqualTo(Duration.ofSeconds(1));
		assertThat(options.operations()).containsExactly(Operation.READ);
		assertThat(options.settings()).hasSize((Runtime.version().feature() >= 21) ? 2 : 1);
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Options.of("--round=3"));
	}

	@Test
	void seesWhetherMemoryGrowsOnceCachesAreFull() {
		List<Memory> flat = IntStream.range(0, 40)
			.mapToObj((i) -> new Memory(i * 90L, Math.min(20 + i, 30), 0))
			.toList();
		assertThat(Memory.growthPerHour(flat)).isZero();
		List<Memory> growing = IntStream.range(0, 40).mapToObj((i) -> new Memory(i * 90L, 20 + i * 0.25, 0)).toList();
		assertThat(Memory.growthPerHour(growing)).isEqualTo(10, within(0.001));
	}

	private static Results results(double throughput, double cpu) {
		Results results = new Results("JDK 17, platform threads");
		for (Results.Case of : List.of(SATURATION, RATE)) {
			results.add(of, Variant.BARE, measured(1000, 100));
			results.add(of, Variant.ASSEMBLED, measured(899, 200));
			results.add(of, Variant.REPORT, measured(throughput, cpu));
			results.add(of, Variant.ENFORCE, measured(throughput, cpu));
		}
		return results;
	}

	private static Measured measured(double throughput, double cpu) {
		return new Measured(throughput, cpu, 10, 1, 2, 3, 0);
	}

}
