package dev.mainstay.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The checks that the applications of a module fail, as a file of the module lists them.
 * An alarm that is not in the list has been judged by nobody. A module without the file
 * takes no part. With {@code -Dmainstay.docs.write=true} and all tests of the module the
 * list is written anew; what is new in it then belongs into
 * {@code docs/decisions/0015-what-the-sheet-was-judged-by.md}.
 */
final class Alarms {

	static final Path LIST = Path.of("src", "test", "resources", "hardening-alarms.txt");

	/** What these find depends on more than the application. */
	static final Map<String, String> LEFT_OUT = Map.of("OPS-05", "the machine: its user, memory and options", "DEV-03",
			"whether somebody debugs the tests", "OPS-06", "the date", "TLS-02", "the date", "DEP-03",
			"whether the modules of this build are folders or jars", "OBS-01",
			"the logging that all applications of a JVM share", "DEV-06",
			"the logging that all applications of a JVM share", "DB-09",
			"the logging that all applications of a JVM share");

	private static final String HEAD = """
			# What the hardening sheet finds in the applications of this module: a line each, with the name, what fails
			# on a desk, and what fails in production as well. Written by -Dmainstay.docs.write=true and all tests of
			# the module; docs/decisions/0015-what-the-sheet-was-judged-by.md says how each alarm was judged.
			""";

	private static final Map<String, Alarms> SEEN = new TreeMap<>();

	private final Set<String> desk = new TreeSet<>();

	private final Set<String> production = new TreeSet<>();

	private Alarms() {
	}

	static boolean areListed() {
		return Files.exists(LIST);
	}

	/**
	 * An application may be started many times, and not fail the same checks each time.
	 */
	static synchronized void of(String application, List<String> desk, List<String> production) {
		String name = application.substring(application.lastIndexOf('.') + 1);
		if (Boolean.getBoolean("mainstay.docs.write")) {
			SEEN.computeIfAbsent(name, (key) -> new Alarms()).add(desk, production);
			write(LIST, SEEN);
			return;
		}
		Alarms judged = read(LIST).getOrDefault(name, new Alarms());
		assertThat(without(desk, judged.desk)).as("alarms on a desk that nobody has judged: %s", name).isEmpty();
		judged.production.addAll(judged.desk);
		assertThat(without(production, judged.production)).as("alarms in production that nobody has judged: %s", name)
			.isEmpty();
	}

	private void add(List<String> desk, List<String> production) {
		this.desk.addAll(without(desk, Set.of()));
		this.production.addAll(without(production, this.desk));
		this.production.removeAll(this.desk);
	}

	private static Set<String> without(List<String> ids, Set<String> known) {
		return ids.stream()
			.filter((id) -> !LEFT_OUT.containsKey(id) && !known.contains(id))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Map<String, Alarms> read(Path list) {
		Map<String, Alarms> alarms = new TreeMap<>();
		try (Stream<String> lines = Files.lines(list)) {
			lines.filter((line) -> !line.isBlank() && !line.startsWith("#")).forEach((line) -> {
				String[] cells = line.split("\\|", -1);
				Alarms judged = new Alarms();
				judged.desk.addAll(List.of(cells[1].strip().split(" ")));
				judged.production.addAll(List.of(cells[2].strip().split(" ")));
				alarms.put(cells[0].strip(), judged);
			});
			return alarms;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(Path list, Map<String, Alarms> alarms) {
		StringBuilder text = new StringBuilder(HEAD);
		alarms.forEach((name, seen) -> text.append(name)
			.append(" | ")
			.append(String.join(" ", seen.desk))
			.append(" | ")
			.append(String.join(" ", seen.production))
			.append('\n'));
		try {
			Files.writeString(list, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
