package dev.mainstay.tests.jars;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The jars that {@code docs/dependencies.md} announces for a starter.
 */
public final class DocumentedJars {

	private static final Pattern ROW = Pattern.compile("\\| `([^`:]+:[^`]+)` \\| \\S.*\\|");

	private DocumentedJars() {
	}

	/**
	 * The jars in the section of a starter.
	 * @param artifactId the starter
	 * @return {@code group:artifact} of each row of its table
	 * @throws IOException if the page cannot be read
	 */
	public static Set<String> of(String artifactId) throws IOException {
		Set<String> jars = new TreeSet<>();
		List<String> lines = Files.readAllLines(Path.of("..", "..", "docs", "dependencies.md"));
		boolean inSection = false;
		for (String line : lines) {
			inSection = line.startsWith("## ") ? line.equals("## " + artifactId) : inSection;
			Matcher row = ROW.matcher(line);
			if (inSection && row.matches()) {
				jars.add(row.group(1));
			}
		}
		return jars;
	}

}
