package dev.mainstay.samples.badday;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

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
		Path provider = Files.createDirectories(samples.resolve("payment-provider/target"));
		Files.createFile(provider.resolve("mainstay-sample-payment-provider-1.0.jar"));
		Path orders = Files.createDirectories(samples.resolve("orders/target"));
		Files.createFile(orders.resolve("mainstay-sample-orders-1.0-exec.jar"));
		assertThat(execute("--samples=" + samples)).isEqualTo(3);
		assertThat(this.out.toString()).contains("The process ended", "provider-of-bare.log");
	}

	private int execute(String argument) {
		return BadDay.execute(new String[] { argument }, new PrintStream(this.out));
	}

}
