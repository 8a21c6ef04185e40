package dev.mainstay.samples.badday;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What the command line asks for.
 *
 * @param samples the folder of the samples, with what was built in it
 * @param check whether a row that is not as it must be is a failure
 * @param keep whether the hardened service stays
 * @param measure how often start, heap and jars are measured instead of playing the day,
 * 0 for not at all
 */
record Options(Path samples, boolean check, boolean keep, int measure) {

	static final String USAGE = """
			Usage: ./demo [--check] [--keep]
			       ./demo --measure[=<starts>]
			       ./demo --target URL --routes ROUTES, with a service of your own (docs/bad-day.md)

			  --check    exit with 1, and name the rows, when a row is not as it must be
			  --keep     leave the hardened services running, with three calls to try
			  --measure  start both services on Spring MVC alternately and compare start time, heap and jars""";

	static Options parse(String... arguments) {
		Path samples = Path.of("samples");
		int measure = 0;
		List<String> flags = new ArrayList<>();
		for (String argument : arguments) {
			String value = argument.substring(argument.indexOf('=') + 1);
			switch (argument.split("=", 2)[0]) {
				case "--samples" -> samples = Path.of(value);
				case "--measure" -> measure = argument.contains("=") ? Integer.parseInt(value) : 5;
				case "--check", "--keep" -> flags.add(argument);
				default -> throw new IllegalArgumentException("Unknown option " + argument);
			}
		}
		return new Options(samples, flags.contains("--check"), flags.contains("--keep"), measure);
	}

	Pair servlet() {
		return new Pair(Stack.SPRING_MVC, bare(), hardened());
	}

	Pair reactive() {
		return new Pair(Stack.WEBFLUX, new Service("reactive-bare", jar("orders-reactive", "-exec")),
				new Service("reactive-hardened", jar("orders-reactive-hardened", "-exec")));
	}

	Service bare() {
		return new Service("bare", jar("orders", "-exec"));
	}

	Service hardened() {
		return new Service("hardened", jar("orders-hardened", "-exec"));
	}

	Path provider() {
		return jar("payment-provider", "");
	}

	Path logs() {
		return this.samples.resolve("bad-day/target/logs");
	}

	private Path jar(String sample, String classifier) {
		Path folder = this.samples.resolve(sample + "/target");
		String glob = "mainstay-sample-" + sample + "-[0-9]*" + classifier + ".jar";
		try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, glob)) {
			return jars.iterator().next();
		}
		catch (IOException | NoSuchElementException ex) {
			throw new IllegalStateException(
					"There is no " + glob + " in " + folder + ": build it first, as ./demo does", ex);
		}
	}

}
