package dev.mainstay.samples.badday;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OptionsTests {

	@Test
	void playsTheDayUnlessToldOtherwise() {
		assertThat(Options.parse()).isEqualTo(new Options(Path.of("samples"), false, false, 0));
		assertThat(Options.parse("--check", "--keep", "--samples=/a b"))
			.isEqualTo(new Options(Path.of("/a b"), true, true, 0));
	}

	@Test
	void measuresFiveTimesUnlessToldHowOften() {
		assertThat(Options.parse("--measure").measure()).isEqualTo(5);
		assertThat(Options.parse("--measure=9").measure()).isEqualTo(9);
	}

	@Test
	void namesAnOptionThatThereIsNot() {
		assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--chekc"))
			.withMessageContaining("--chekc");
	}

	@Test
	void findsTheExecutableJarBesideThePlainOne(@TempDir Path samples) throws Exception {
		Path folder = Files.createDirectories(samples.resolve("orders/target"));
		Files.createFile(folder.resolve("mainstay-sample-orders-1.0.jar"));
		Path executable = Files.createFile(folder.resolve("mainstay-sample-orders-1.0-exec.jar"));
		assertThat(Options.parse("--samples=" + samples).bare().jar()).isEqualTo(executable);
	}

	@Test
	void theJarsOfBothStacksAreToldApart(@TempDir Path samples) throws Exception {
		for (String sample : List.of("orders", "orders-hardened", "orders-reactive", "orders-reactive-hardened")) {
			Path folder = Files.createDirectories(samples.resolve(sample + "/target"));
			Files.createFile(folder.resolve("mainstay-sample-" + sample + "-1.0-exec.jar"));
		}
		Options options = Options.parse("--samples=" + samples);
		assertThat(Stream.of(options.servlet(), options.reactive())
			.flatMap((pair) -> Stream.of(pair.bare(), pair.hardened()))
			.map((service) -> samples.relativize(service.jar()).getName(0) + " " + service.name()))
			.containsExactly("orders bare", "orders-hardened hardened", "orders-reactive reactive-bare",
					"orders-reactive-hardened reactive-hardened");
	}

}
