package dev.mainstay.benchmarks.comparison;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * What all builds run on.
 *
 * @param java the home of a JDK
 * @param virtual whether requests have virtual threads
 * @param packaged whether they run from their executable jars
 * @param touched whether the whole heap is resident from the start, so that it shows what
 * else becomes so
 */
record Setting(Path java, boolean virtual, boolean packaged, boolean touched) {

	/** The same heap for all, and room in it. */
	private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m");

	/** The same with a heap that is resident from the start. */
	Setting withTouchedHeap() {
		return new Setting(this.java, this.virtual, this.packaged, true);
	}

	/**
	 * The command of a build, but for what it is told.
	 * @param build which one
	 * @param name stands for {@code {}} in {@code comparison.options}
	 */
	List<String> command(Build build, String name) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(this.java.resolve("bin").resolve("java").toString());
		command.addAll(HEAP);
		if (this.touched) {
			command.add("-XX:+AlwaysPreTouch");
		}
		String more = System.getProperty("comparison.options", "");
		if (!more.isEmpty()) {
			command.addAll(List.of(more.replace("{}", name).split(" ")));
		}
		command.addAll(build.options(this.packaged));
		command.add("--spring.threads.virtual.enabled=" + this.virtual);
		return command;
	}

	String title() {
		return "JDK " + version() + ", " + (this.virtual ? "virtual threads" : "platform threads");
	}

	/**
	 * Spring Boot uses them from Java 21 on, and otherwise does as if nobody had asked.
	 */
	boolean hasVirtualThreads() {
		return Integer.parseInt(version().split("[.+]")[0]) >= 21;
	}

	private String version() {
		Properties release = new Properties();
		try (Reader reader = Files.newBufferedReader(this.java.resolve("release"))) {
			release.load(reader);
		}
		catch (IOException ex) {
			return this.java.getFileName().toString();
		}
		return release.getProperty("JAVA_VERSION", "").replace("\"", "");
	}

}
