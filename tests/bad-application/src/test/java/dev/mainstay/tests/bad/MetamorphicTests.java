package dev.mainstay.tests.bad;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.ApplicationProcess;
import dev.mainstay.tests.harness.Launch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One property more changes exactly the checks that it should.
 */
class MetamorphicTests {

	/** Bound to this machine, on any free port. */
	private static final String DEBUGGER = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=localhost:0";

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("changes")
	void onePropertyChangesWhatItShould(Variant variant, String property, Set<String> more, Set<String> less) {
		Set<String> expected = new TreeSet<>(Sheets.shared().failing(variant));
		assertThat(expected).containsAll(less);
		assertThat(more).doesNotContainAnyElementsOf(expected);
		expected.addAll(more);
		expected.removeAll(less);
		assertThat(Sheets.shared().failing(variant, "--" + property)).isEqualTo(expected);
	}

	@Test
	void aDebuggerChangesOneCheck() {
		Launch launch = Launch.of(ProcessApplication.class);
		List<String> before = failing(launch);
		List<String> after = failing(launch.withOption(DEBUGGER));
		assertThat(before).doesNotContain("DEV-03");
		assertThat(after).contains("DEV-03").containsAll(before).hasSize(before.size() + 1);
	}

	static Stream<Arguments> changes() {
		return Table.of("changes.txt").rows().stream().map((row) -> {
			assertThat(row).hasSize(4);
			return Arguments.of(Variant.ofFileName(row.get(0)), row.get(1), ids(row.get(2)), ids(row.get(3)));
		});
	}

	private static Set<String> ids(String cell) {
		return cell.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(cell.split(" ")));
	}

	private static List<String> failing(Launch launch) {
		try (ApplicationProcess application = ApplicationProcess.start(launch, "--mainstay.logging.format=text")) {
			String line = application.linesWith(ProcessApplication.FAILING, 1).get(0);
			return List.of(line.replaceFirst(".*" + ProcessApplication.FAILING, "").split(" "));
		}
	}

}
