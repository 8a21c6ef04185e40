package dev.mainstay.tests.alone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the documentation names of the repository is there: its files and folders, its
 * classes, the tests and modules of its commands. What is only built is not looked for.
 */
class DocumentedNamesTests {

	private static final Pattern PATH = Pattern.compile("(?:\\./)?(\\.?[a-z][a-z-]*)/[\\w./-]+");

	private static final Pattern CLASS = Pattern.compile("dev\\.mainstay(\\.[a-z0-9]+)+\\.[A-Z]\\w+(\\.[A-Z]\\w+)*");

	private static final Pattern TEST = Pattern.compile("[A-Z]\\w+(Tests|Benchmark)");

	private static final Pattern TESTS_OF_COMMAND = Pattern.compile("-Dtest='?([\\w,.*]+)");

	private static final Pattern MODULES_OF_COMMAND = Pattern.compile("-pl ([\\w,/-]+)(?![\\w,/<-])");

	/** {@code config} is the name of a folder that Spring Boot reads, too. */
	private static final Set<String> NOT_OURS = Set.of("config", "target");

	private final Set<String> classes = classes();

	@Test
	void filesAndClassesAreThere() throws IOException {
		List<Page> pages = Page.all();
		assertThat(pages.stream().flatMap(this::words).filter((word) -> isPath(word) || isClass(word)))
			.hasSizeGreaterThan(30);
		assertThat(pages.stream()
			.flatMap((page) -> words(page).filter((word) -> isMissing(page, word)).map((word) -> page + ": " + word)))
			.isEmpty();
	}

	@Test
	void testsAndModulesOfCommandsAreThere() throws IOException {
		for (Page page : Page.all()) {
			assertThat(listed(TESTS_OF_COMMAND, page).filter((test) -> !test.contains("*"))).as("%s", page)
				.allMatch(this::isKnownClass);
			assertThat(listed(MODULES_OF_COMMAND, page)).as("%s", page)
				.allMatch((module) -> Files.isRegularFile(Page.ROOT.resolve(module).resolve("pom.xml")));
		}
	}

	@Test
	void noticesWhatIsMissing() {
		Page page = Page.of(Page.ROOT.resolve("docs/core.md"));
		assertThat(Stream.of("samples/none", "./docs/none.md", "NoSuchTests", "dev.mainstay.core.NoSuch", ".ci/none"))
			.allMatch((word) -> isMissing(page, word));
		assertThat(Stream.of("samples/orders", "leaving.md", "DocumentedNamesTests", "application/json",
				"dev.mainstay.core.problem.Problem", "samples/orders/target/classes"))
			.noneMatch((word) -> isMissing(page, word));
	}

	private Stream<String> words(Page page) {
		return page.words()
			.stream()
			.flatMap((words) -> Arrays.stream(words.split("[\\s,=()\"]+")))
			.map((word) -> word.replaceFirst("[.:]+$", ""));
	}

	private boolean isMissing(Page page, String word) {
		if (isPath(word)) {
			return !Files.exists(Page.ROOT.resolve(word)) && !Files.exists(page.file().resolveSibling(word));
		}
		return isClass(word) && !isKnownClass(word);
	}

	private static boolean isPath(String word) {
		Matcher path = PATH.matcher(word);
		return path.matches() && !NOT_OURS.contains(path.group(1)) && !word.contains("/target/")
				&& Files.exists(Page.ROOT.resolve(path.group(1)));
	}

	private static boolean isClass(String word) {
		return CLASS.matcher(word).matches() || TEST.matcher(word).matches();
	}

	private boolean isKnownClass(String name) {
		return this.classes.contains(name) || this.classes.contains(name.replaceFirst("\\.[A-Z]\\w+$", ""));
	}

	private static Stream<String> listed(Pattern pattern, Page page) {
		return pattern.matcher(page.text()).results().flatMap((found) -> Arrays.stream(found.group(1).split(",")));
	}

	/** By their names with and without the package. */
	private static Set<String> classes() {
		Set<String> classes = new HashSet<>();
		try {
			Files.walkFileTree(Page.ROOT, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
					boolean built = directory.endsWith("target") || directory.endsWith(".git");
					return built ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
					if (file.toString().endsWith(".java")) {
						String name = file.toString().replaceFirst(".*/src/\\w+/java/", "").replace(".java", "");
						classes.add(name.replace('/', '.'));
						classes.add(name.substring(name.lastIndexOf('/') + 1));
					}
					return FileVisitResult.CONTINUE;
				}

			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return classes;
	}

}
