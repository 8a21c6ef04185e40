package dev.mainstay.tests.dayone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps {@code docs/day-one.md} what really changes. To write it anew, run the test with
 * {@code -Dmainstay.docs.write=true}.
 */
class DayOneTests {

	private static final Path PAGE = Path.of("..", "..", "docs", "day-one.md");

	private static List<Answer> bare;

	private static List<Difference> differences;

	private static Map<UndoSwitch, List<Difference>> undone;

	@BeforeAll
	static void compare() {
		bare = answers(World.bare());
		List<Answer> hardened = answers(World.hardened());
		differences = Difference.between(bare, hardened);
		undone = new EnumMap<>(UndoSwitch.class);
		List<Difference> open = new ArrayList<>(differences);
		for (UndoSwitch undo : UndoSwitch.values()) {
			List<Difference> left = Difference.between(bare, answers(World.hardened(), "--" + undo.property()));
			undone.put(undo, new ArrayList<>(differences.stream().filter((it) -> !it.isAtAPlaceOf(left)).toList()));
			open.removeAll(undone.get(undo));
		}
		undone.get(UndoSwitch.MANAGEMENT).addAll(changedBy(UndoSwitch.MANAGEMENT, open));
	}

	/** An endpoint that is switched off again is missing, which is a problem, too. */
	private static List<Difference> changedBy(UndoSwitch only, List<Difference> open) {
		List<Difference> made = Difference.between(bare, answers(World.hardened(), UndoSwitch.allBut(only)));
		return open.stream().filter((it) -> it.isAtAPlaceOf(made)).toList();
	}

	@Test
	void everyDifferenceIsUndoneByASwitch() {
		Map<Difference, Integer> left = new HashMap<>();
		differences.forEach((it) -> left.put(it, 1));
		undone.values().forEach((some) -> some.forEach(left::remove));
		assertThat(left.keySet()).isEmpty();
	}

	@Test
	void everySwitchUndoesSomething() {
		assertThat(undone.values()).noneMatch(List::isEmpty);
	}

	@Test
	void nothingIsLeftWithAllSwitchesOff() {
		assertThat(Difference.between(bare, answers(World.hardened(), UndoSwitch.allBut(null)))).isEmpty();
	}

	@Test
	void nothingIsLeftWithMainstayOff() {
		assertThat(Difference.between(bare, answers(World.hardened(), "--mainstay.enabled=false"))).isEmpty();
	}

	@Test
	void statusesOfTheApplicationStay() {
		assertThat(differences).filteredOn((it) -> it.what().equals(Difference.STATUS))
			.allMatch((it) -> Requests.ALL.get(it.request() - 1).path().startsWith("/actuator/"));
	}

	@Test
	void thePageListsEveryDifference() throws IOException {
		String page = new DayOnePage(undone).render();
		if (Boolean.getBoolean("mainstay.docs.write")) {
			Files.writeString(PAGE, page);
		}
		assertThat(Files.readString(PAGE)).as("docs/day-one.md; write it with -Dmainstay.docs.write=true")
			.isEqualTo(page);
	}

	private static List<Answer> answers(World world, String... arguments) {
		try (WorldApplication application = world.start(DayOneApplication.class, arguments)) {
			Http http = application.http();
			return Requests.ALL.stream()
				.map((it) -> http.exchange(it.method(), it.path(), it.body(), it.headers()))
				.map(Answer::of)
				.toList();
		}
	}

}
