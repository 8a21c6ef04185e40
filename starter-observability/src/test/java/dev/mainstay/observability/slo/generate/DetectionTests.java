package dev.mainstay.observability.slo.generate;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.mainstay.observability.slo.BurnPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DetectionTests {

	@ParameterizedTest
	@CsvSource({ "1, 3", "0.5, 4", "0.2, 7", "0.1, 11", "0.05, 20", "0.02, 46", "0.01, 218" })
	void pagesInTimeForThreeNines(BigDecimal share, int minutes) {
		assertThat(pages(0.999, share)).hasValue(minutes);
	}

	@Test
	void doesNotPageForWhatTheBudgetLastsFor() {
		assertThat(pages(0.999, new BigDecimal("0.006"))).isEmpty();
	}

	@Test
	void knowsAMinuteInWhichNothingFires() {
		Detection detection = new Detection(recorded(0.999), BurnPair.PAGE);
		assertThat(detection.before(BigDecimal.ONE)).isZero();
		assertThat(detection.before(new BigDecimal("0.05"))).isEqualTo(16);
	}

	@Test
	void theTableInTheDocumentationIsRight() throws IOException {
		String rows = Stream.of("1", "0.5", "0.2", "0.1", "0.05", "0.02", "0.01")
			.map(BigDecimal::new)
			.map(DetectionTests::row)
			.collect(Collectors.joining());
		assertThat(Files.readString(Path.of("..", "docs", "slo.md"))).contains(rows);
	}

	private static String row(BigDecimal share) {
		return "| " + Numbers.percent(share) + " | "
				+ Stream.of(0.9999, 0.999, 0.995, 0.99)
					.map((target) -> pages(target, share))
					.map((minutes) -> minutes.isPresent() ? time(minutes.getAsInt()) : "no page")
					.collect(Collectors.joining(" | "))
				+ " |\n";
	}

	private static String time(int minutes) {
		return (minutes < 60) ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
	}

	private static OptionalInt pages(double target, BigDecimal share) {
		return new Detection(recorded(target), BurnPair.PAGE).latest(share);
	}

	private static Recorded recorded(double target) {
		return new Recorded("orders", ObjectivesOfTests.availability("a", target, ObjectivesOfTests.MONTH));
	}

}
