package dev.mainstay.tests.snippets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block of code in a page of the documentation. Its place is the heading above it.
 */
record Snippet(String page, String heading, String language, String text) {

	static final Path ROOT = Path.of("..", "..");

	private static final Pattern FENCE = Pattern.compile("(?ms)^( *)```(\\w*)\\n(.*?)^ *```");

	private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

	/** Of all pages that a reader starts from. */
	static List<Snippet> all() throws IOException {
		return pages().stream().flatMap(Snippet::of).toList();
	}

	static List<Path> pages() throws IOException {
		try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
				Stream<Path> samples = Files.walk(ROOT.resolve("samples"))) {
			return Stream.of(Stream.of(ROOT.resolve("README.md")), docs, samples)
				.flatMap((files) -> files)
				.filter((file) -> file.toString().endsWith(".md") && !file.toString().contains("/target/"))
				.sorted()
				.toList();
		}
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(file + " cannot be read", ex);
		}
	}

	private static Stream<Snippet> of(Path page) {
		String text = read(page);
		String name = ROOT.relativize(page).toString();
		return FENCE.matcher(text)
			.results()
			.map((fence) -> new Snippet(name, heading(text.substring(0, fence.start())), fence.group(2),
					fence.group(3).replaceAll("(?m)^" + fence.group(1), "")));
	}

	private static String heading(String above) {
		return HEADING.matcher(above)
			.results()
			.map((MatchResult heading) -> heading.group(1))
			.reduce("", (first, second) -> second);
	}

	@Override
	public String toString() {
		return this.page + ", " + this.heading;
	}

}
