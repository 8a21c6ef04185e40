package dev.mainstay.tests.jars;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The jars that {@code docs/dependencies.md} announces for a starter. With
 * {@code -Dmainstay.docs.write=true} its tables are written anew from what the starters
 * bring: reasons are kept, and a jar that has none yet fails the test until somebody
 * writes it.
 */
public final class DocumentedJars {

	private static final Path PAGE = Path.of("..", "..", "docs", "dependencies.md");

	private static final Pattern ROW = Pattern.compile("\\| `([^`:]+:[^`]+)` \\| (\\S.*) \\|");

	private static final String HEAD = "| jar | why |\n| --- | --- |\n";

	private DocumentedJars() {
	}

	/**
	 * The jars in the section of a starter.
	 * @param artifactId the starter
	 * @param brought what it brings, {@code group:artifact}
	 * @return {@code group:artifact} of each row of its table that has a reason
	 * @throws IOException if the page cannot be read
	 */
	public static Set<String> of(String artifactId, Set<String> brought) throws IOException {
		String page = Files.readString(PAGE);
		int begin = page.indexOf(HEAD, page.indexOf("\n## " + artifactId + "\n")) + HEAD.length();
		int next = page.indexOf("\n\n", begin);
		int end = (next < 0) ? page.length() : next + 1;
		if (Boolean.getBoolean("mainstay.docs.write")) {
			Map<String, String> reasons = reasons(page);
			String rows = new TreeSet<>(brought).stream()
				.map((jar) -> "| `" + jar + "` | " + reasons.getOrDefault(jar, "") + " |\n")
				.collect(Collectors.joining());
			Files.writeString(PAGE, page.substring(0, begin) + rows + page.substring(end));
			return reasons(rows).keySet();
		}
		return reasons(page.substring(begin, end)).keySet();
	}

	private static Map<String, String> reasons(String rows) {
		Map<String, String> reasons = new TreeMap<>();
		rows.lines()
			.map(ROW::matcher)
			.filter(Matcher::matches)
			.forEach((row) -> reasons.put(row.group(1), row.group(2)));
		return reasons;
	}

}
