package dev.mainstay.samples.badday;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BadDayTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@Test
	void whenAnOptionIsUnknownThenNamesItAndTheKnownOnes() {
		assertThat(execute("--chekc")).isEqualTo(2);
		assertThat(this.out.toString()).contains("--chekc", "--check");
	}

	@Test
	void whenNothingIsBuiltThenSaysSo(@TempDir Path samples) {
		assertThat(execute("--samples=" + samples)).isEqualTo(3);
		assertThat(this.out.toString()).contains("The day ended early", "build it first");
	}

	@Test
	void whenAProcessCannotStartThenSaysWhereItsOutputIs(@TempDir Path samples) throws Exception {
		jar(samples, "payment-provider", "");
		for (String service : List.of("orders", "orders-hardened", "orders-reactive", "orders-reactive-hardened")) {
			jar(samples, service, "-exec");
		}
		assertThat(execute("--samples=" + samples)).isEqualTo(3);
		assertThat(this.out.toString()).contains("The process ended")
			.containsPattern("provider-of-(reactive-)?bare.log");
	}

	private static void jar(Path samples, String sample, String classifier) throws IOException {
		Path folder = Files.createDirectories(samples.resolve(sample + "/target"));
		Files.createFile(folder.resolve("mainstay-sample-" + sample + "-1.0" + classifier + ".jar"));
	}

	private int execute(String argument) {
		return BadDay.execute(new String[] { argument }, new PrintStream(this.out));
	}

}
