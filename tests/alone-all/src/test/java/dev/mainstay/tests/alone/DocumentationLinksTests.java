package dev.mainstay.tests.alone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every link in the documentation to a file of the repository leads to it, and to the
 * heading that it names.
 */
class DocumentationLinksTests {

	private static final Path ROOT = Path.of("..", "..");

	private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

	private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

	private static final Pattern CODE = Pattern.compile("(?s)```.*?```");

	@Test
	void leadsSomewhere() throws IOException {
		List<String> broken = new ArrayList<>();
		int links = 0;
		for (Path page : pages()) {
			Matcher link = LINK.matcher(text(page));
			while (link.find()) {
				if (!link.group(1).contains(":")) {
					links++;
					if (!leads(page, link.group(1))) {
						broken.add(ROOT.relativize(page) + ": " + link.group(1));
					}
				}
			}
		}
		assertThat(links).isGreaterThan(50);
		assertThat(broken).isEmpty();
	}

	private static List<Path> pages() throws IOException {
		List<Path> pages = new ArrayList<>();
		for (Path folder : List.of(ROOT, ROOT.resolve("docs"), ROOT.resolve("docs/collector"),
				ROOT.resolve("docs/decisions"))) {
			try (Stream<Path> files = Files.list(folder)) {
				files.filter((file) -> file.toString().endsWith(".md")).forEach(pages::add);
			}
		}
		return pages;
	}

	private static boolean leads(Path page, String link) throws IOException {
		String file = link.replaceFirst("#.*", "");
		Path target = file.isEmpty() ? page : page.resolveSibling(file);
		if (!Files.exists(target)) {
			return false;
		}
		return !link.contains("#") || anchors(target).contains(link.substring(link.indexOf('#') + 1));
	}

	/** As GitHub makes them. */
	private static Set<String> anchors(Path page) throws IOException {
		return HEADING.matcher(text(page))
			.results()
			.map((heading) -> heading.group(1).toLowerCase(Locale.ROOT))
			.map((heading) -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").trim().replace(' ', '-'))
			.collect(Collectors.toSet());
	}

	private static String text(Path page) throws IOException {
		return CODE.matcher(Files.readString(page)).replaceAll("");
	}

}
