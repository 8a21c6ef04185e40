package dev.mainstay.tests.alone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps the table of tests of {@code docs/security.md} to what is there.
 */
class SecurityPageTests {

	private static final Path PAGE = Path.of("..", "..", "docs", "security.md");

	private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");

	/** What is shown, and where: without Spring Security, and with it on each stack. */
	private static final int COLUMNS = 4;

	@Test
	void everyTestThatIsNamedIsThere() throws IOException {
		NamedTests tests = NamedTests.ofTheBuild();
		List<MatchResult> named = rows().stream().flatMap((row) -> TEST.matcher(row).results()).toList();
		assertThat(named).hasSizeGreaterThan(20).allSatisfy((test) -> tests.assertThere(test.group(1), test.group(2)));
	}

	@Test
	void whatIsSharedRunsOnBothStacks() throws IOException {
		NamedTests tests = NamedTests.ofTheBuild();
		assertThat(rows().stream().flatMap((row) -> TEST.matcher(row).results()).map((test) -> test.group(1)))
			.filteredOn((test) -> test.startsWith("Abstract"))
			.isNotEmpty()
			.allSatisfy((test) -> assertThat(tests.heirs(test)).as(test).isGreaterThanOrEqualTo(2));
	}

	@Test
	void everyCellNamesItsTestOrSaysWhyThereIsNone() throws IOException {
		assertThat(rows()).hasSizeGreaterThan(6).allSatisfy((row) -> {
			List<String> cells = Arrays.stream(row.split("\\|"))
				.map(String::strip)
				.filter((cell) -> !cell.isEmpty())
				.toList();
			assertThat(cells).hasSize(COLUMNS);
			assertThat(cells.subList(1, COLUMNS))
				.allSatisfy((cell) -> assertThat(cell).matches(".*`\\w+#\\w+`.*|none: .+"));
		});
	}

	private static List<String> rows() throws IOException {
		String page = Files.readString(PAGE);
		String section = page.substring(page.indexOf("\n## Which test shows what\n") + 1);
		return section.substring(0, section.indexOf("\n## "))
			.lines()
			.filter((line) -> line.startsWith("| ") && !line.startsWith("| ---"))
			.skip(1)
			.toList();
	}

}
