package dev.mainstay.tests.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the fuzzer in a JVM of its own for as long as it is told. What it finds it leaves
 * below the build folder, to be run again.
 */
class FuzzTests {

	private static final Pattern RUNS = Pattern.compile("Done (\\d+) runs");

	private static final long SECONDS = Long.getLong("mainstay.fuzz.seconds", 120);

	@Test
	void noRequestIsAnsweredWithAFaultAPageOrMoreThanItShouldSay() throws IOException, InterruptedException {
		Path folder = Files.createDirectories(Path.of("target", "fuzz", "corpus")).getParent();
		Path output = folder.resolve("output.txt");
		Process fuzzer = new ProcessBuilder(command(folder)).redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		boolean ended = fuzzer.waitFor(SECONDS + 300, TimeUnit.SECONDS);
		fuzzer.destroyForcibly();
		String said = Files.readString(output);
		assertThat(ended).as(said).isTrue();
		assertThat(fuzzer.exitValue()).as(said).isZero();
		Matcher runs = RUNS.matcher(said);
		assertThat(runs.find()).as(said).isTrue();
		assertThat(Long.parseLong(runs.group(1))).as("requests").isGreaterThan(20 * SECONDS);
	}

	private static List<String> command(Path folder) {
		return List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx1g", "-cp",
				System.getProperty("java.class.path"), "com.code_intelligence.jazzer.Jazzer",
				"--target_class=" + RequestFuzzer.class.getName(),
				"--instrumentation_includes=dev.mainstay.**:org.apache.coyote.**:org.apache.tomcat.util.**"
						+ ":tools.jackson.core.**:org.springframework.web.util.**",
				"--custom_hook_includes=dev.mainstay.**", "--reproducer_path=" + folder,
				"-artifact_prefix=" + folder + "/", "-max_total_time=" + SECONDS, "-max_len=2048", "-timeout=30",
				"-rss_limit_mb=3072", folder.resolve("corpus").toString());
	}

}
