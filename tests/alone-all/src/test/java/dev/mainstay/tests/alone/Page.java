package dev.mainstay.tests.alone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation, as GitHub reads it.
 */
record Page(Path file, String text) {

	static final Path ROOT = Path.of("..", "..");

	private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```");

	private static final Pattern WORD = Pattern.compile("(`+)(.+?)\\1", Pattern.DOTALL);

	private static final Pattern LINK = Pattern.compile("]\\(<?([^)\\s>]+)>?(?:\\s+\"[^\"]*\")?\\)");

	private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#*$");

	static List<Page> all() throws IOException {
		try (Stream<Path> root = Files.list(ROOT);
				Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
				Stream<Path> samples = Files.walk(ROOT.resolve("samples"))) {
			return Stream.of(root, docs, samples)
				.flatMap((files) -> files)
				.filter((file) -> file.toString().endsWith(".md") && !file.toString().contains("/target/"))
				.map(Page::of)
				.toList();
		}
	}

	static Page of(Path file) {
		try {
			return new Page(file, Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(file + " cannot be read", ex);
		}
	}

	/** Where links lead that stay in the repository. */
	List<String> links() {
		String prose = WORD.matcher(prose()).replaceAll("");
		return found(LINK, prose, 1).filter((link) -> !link.contains(":")).toList();
	}

	/** What is written as code within a sentence. */
	List<String> words() {
		return found(WORD, prose(), 2).toList();
	}

	/**
	 * The ids of headings; of several that are alike, all but the first have a number.
	 */
	Collection<String> anchors() {
		Map<String, Integer> seen = new HashMap<>();
		Set<String> anchors = new LinkedHashSet<>();
		found(HEADING, prose(), 1).map(Page::slug).forEach((slug) -> {
			int before = seen.merge(slug, 1, Integer::sum) - 1;
			anchors.add((before == 0) ? slug : slug + "-" + before);
		});
		return anchors;
	}

	@Override
	public String toString() {
		return ROOT.relativize(this.file).toString();
	}

	private String prose() {
		return CODE.matcher(this.text).replaceAll("");
	}

	private static String slug(String heading) {
		return heading.replaceAll("]\\([^)]*\\)", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]", "")
			.trim()
			.replace(' ', '-');
	}

	private static Stream<String> found(Pattern pattern, String text, int group) {
		return pattern.matcher(text).results().map((MatchResult match) -> match.group(group));
	}

}
