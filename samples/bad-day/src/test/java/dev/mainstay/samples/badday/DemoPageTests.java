package dev.mainstay.samples.badday;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page has the rows of the table, in their order.
 */
class DemoPageTests {

	@Test
	void thePageExplainsEachRow() throws IOException {
		List<String> labels = Arrays.stream(Row.values()).map(Row::label).toList();
		List<String> explained = Files.readString(Path.of("..", "..", "docs", "demo.md"))
			.lines()
			.filter((line) -> line.startsWith("| "))
			.map((line) -> line.split(" \\| ")[0].substring(2))
			.filter(labels::contains)
			.toList();
		assertThat(explained).isEqualTo(labels);
	}

}
