package dev.mainstay.tests.alone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tests of this build, by which pages show what they say.
 */
final class NamedTests {

	private static final Path ROOT = Path.of("..", "..");

	private final Map<String, String> sources;

	private NamedTests(Map<String, String> sources) {
		this.sources = sources;
	}

	/** Classes of the same name in several modules count as one. */
	static NamedTests ofTheBuild() throws IOException {
		Map<String, String> sources = new TreeMap<>();
		try (Stream<Path> files = Files.walk(ROOT)) {
			for (Path file : files.filter((path) -> path.toString().endsWith("Tests.java")).toList()) {
				String name = file.getFileName().toString().replace(".java", "");
				sources.merge(name, Files.readString(file), String::concat);
			}
		}
		return new NamedTests(sources);
	}

	void assertThere(String test, String method) {
		assertThat(this.sources.get(test)).as("a test of the name %s with a method %s", test, method)
			.isNotNull()
			.contains("void " + method + "(");
	}

	/** How many classes have the tests of another as theirs. */
	long heirs(String test) {
		return this.sources.values()
			.stream()
			.mapToLong((source) -> source.split("\\bextends " + test + "\\b", -1).length - 1)
			.sum();
	}

}
