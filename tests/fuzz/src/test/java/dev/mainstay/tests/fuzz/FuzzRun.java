package dev.mainstay.tests.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run of the fuzzer in a JVM of its own, and what it said. What it finds it leaves
 * below the build folder, to be run again.
 *
 * @param exit the exit status, 0 if nothing was found
 * @param said all that the fuzzer said
 */
record FuzzRun(int exit, String said) {

	private static final Pattern RUNS = Pattern.compile("Done (\\d+) runs");

	private static final String FOUND = "== Java Exception";

	/** Starting takes its time on a busy machine, with all classes instrumented. */
	private static final long PATIENCE_SECONDS = 300;

	private static final int SEEDS = 64;

	private static final int LONGEST_SEED = 512;

	private static final int SHOWN = 20_000;

	static FuzzRun of(String name, long seconds, String... arguments) throws IOException, InterruptedException {
		Path folder = Files.createDirectories(Path.of("target", name, "corpus")).getParent();
		sow(folder.resolve("corpus"));
		Path output = folder.resolve("output.txt");
		Process fuzzer = new ProcessBuilder(command(folder, seconds, String.join(" ", arguments)))
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		boolean ended = fuzzer.waitFor(seconds + PATIENCE_SECONDS, TimeUnit.SECONDS);
		fuzzer.destroyForcibly().waitFor();
		return new FuzzRun(ended ? fuzzer.exitValue() : -1, Files.readString(output, StandardCharsets.ISO_8859_1));
	}

	/** The fuzzer begins with four bytes, and has more only when it finds nothing new. */
	private static void sow(Path corpus) throws IOException {
		Random random = new Random(SEEDS);
		for (int seed = 0; seed < SEEDS; seed++) {
			byte[] bytes = new byte[1 + random.nextInt(LONGEST_SEED)];
			random.nextBytes(bytes);
			Files.write(corpus.resolve("seed-" + seed), bytes);
		}
	}

	private static List<String> command(Path folder, long seconds, String arguments) {
		return List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx1g",
				"-Dmainstay.fuzz.arguments=" + arguments, "-cp", System.getProperty("java.class.path"),
				"com.code_intelligence.jazzer.Jazzer", "--target_class=" + RequestFuzzer.class.getName(),
				"--instrumentation_includes=dev.mainstay.**:org.apache.coyote.**:org.apache.tomcat.util.**"
						+ ":tools.jackson.core.**:org.springframework.web.util.**",
				"--custom_hook_includes=dev.mainstay.**", "--reproducer_path=" + folder,
				"-artifact_prefix=" + folder + "/", "-max_total_time=" + seconds, "-max_len=1024", "-timeout=120",
				"-rss_limit_mb=3072", folder.resolve("corpus").toString());
	}

	/** What was found, with the request, or else how the run ended. */
	String finding() {
		int at = this.said.indexOf(FOUND);
		return (at >= 0) ? this.said.substring(at, Math.min(this.said.length(), at + SHOWN))
				: this.said.substring(Math.max(0, this.said.length() - SHOWN));
	}

	long requests() {
		Matcher runs = RUNS.matcher(this.said);
		return runs.find() ? Long.parseLong(runs.group(1)) : 0;
	}

}
