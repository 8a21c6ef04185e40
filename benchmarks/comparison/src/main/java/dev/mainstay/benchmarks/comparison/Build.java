package dev.mainstay.benchmarks.comparison;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Maven has made of a module: an executable jar, or, in a run of tests, a class
 * path.
 *
 * @param module the folder of the module
 * @param application its class with the main method
 */
record Build(String module, String application) {

	/** The options of the JVM that start it. */
	List<String> options(boolean packaged) throws IOException {
		if (packaged) {
			return List.of("-jar", jar().toString());
		}
		return List.of("-cp", target().resolve("classes") + File.pathSeparator + classPath(), this.application);
	}

	/** The names of the libraries beside the service itself. */
	List<String> libraries() throws IOException {
		return Arrays.stream(classPath().split(File.pathSeparator))
			.map((library) -> Path.of(library).getFileName().toString())
			.filter((name) -> name.endsWith(".jar") && !name.startsWith("mainstay-benchmarks-"))
			.sorted()
			.toList();
	}

	/** The size of the executable jar. */
	double megabytes() throws IOException {
		return Files.size(jar()) / 1048576.0;
	}

	private String classPath() throws IOException {
		return Files.readString(target().resolve("class-path")).strip();
	}

	private Path jar() throws IOException {
		try (Stream<Path> files = Files.list(target())) {
			return files.filter((file) -> file.toString().endsWith("-exec.jar"))
				.findFirst()
				.orElseThrow(() -> new IOException("No jar in " + target() + "; build it with mvn package"));
		}
	}

	private Path target() {
		return Path.of(System.getProperty("comparison.folder", "."), this.module, "target").toAbsolutePath();
	}

}
