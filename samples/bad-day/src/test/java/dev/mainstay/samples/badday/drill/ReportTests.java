package dev.mainstay.samples.badday.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTests {

	private final Tallies tallies = new Tallies();

	@Test
	void marksWhatWasFoundWanting() {
		this.tallies.add(Line.MALFORMED, 0, 8);
		this.tallies.add(Line.MALFORMED, 1, 8);
		this.tallies.add(Line.UNKNOWN, 0, 9);
		assertThat(line(Line.MALFORMED)).startsWith("! ").endsWith("1/16  problem");
		assertThat(line(Line.UNKNOWN)).startsWith("  ").endsWith("0/9  problem");
		assertThat(this.tallies.anyBad()).isTrue();
	}

	@Test
	void saysWhatALineNeedsThatWasNotPlayed() {
		assertThat(line(Line.NOT_REPLAYED)).startsWith("  ").endsWith("-  not played, needs --writable");
		assertThat(this.tallies.anyBad()).isFalse();
	}

	@Test
	void fitsHundredAndTwentyColumns() {
		for (boolean played : List.of(false, true)) {
			if (played) {
				Arrays.stream(Line.values()).forEach((line) -> this.tallies.add(line, 1234, 5678));
			}
			assertThat(new Report(this.tallies).toString().lines())
				.allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(120));
		}
		assertThat(Arrays.stream(Line.values()).map(Line::label)).allMatch((label) -> label.length() <= 57);
	}

	@Test
	void thePageExplainsEachLine() throws IOException {
		List<String> labels = Arrays.stream(Line.values()).map(Line::label).toList();
		List<String> explained = Files.readString(Path.of("..", "..", "docs", "bad-day.md"))
			.lines()
			.filter((line) -> line.startsWith("| "))
			.map((line) -> line.split(" \\| ")[0].substring(2))
			.filter(labels::contains)
			.toList();
		assertThat(explained).isEqualTo(labels);
	}

	private String line(Line line) {
		return new Report(this.tallies).toString()
			.lines()
			.filter((text) -> text.contains(line.label()))
			.findFirst()
			.orElseThrow();
	}

}
