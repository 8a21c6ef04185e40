package dev.mainstay.tests.harness.dayone;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;

/**
 * What changes for an application on the day on which Mainstay is added, and by which
 * switch it is undone.
 */
public final class DayOne {

	private final Class<?> application;

	private final List<Answer> bare;

	private final List<Difference> differences;

	private final Map<UndoSwitch, List<Difference>> undone = new EnumMap<>(UndoSwitch.class);

	private DayOne(Class<?> application) {
		this.application = application;
		this.bare = answers(World.bare());
		this.differences = leftWith();
	}

	/**
	 * Send all requests without Mainstay, with it, and once more with each switch.
	 * @param application the application
	 * @return the differences
	 */
	public static DayOne of(Class<?> application) {
		DayOne day = new DayOne(application);
		List<Difference> open = new ArrayList<>(day.differences);
		for (UndoSwitch undo : UndoSwitch.values()) {
			List<Difference> left = day.leftWith("--" + undo.property());
			day.undone.put(undo,
					new ArrayList<>(day.differences.stream().filter((it) -> !it.isAtAPlaceOf(left)).toList()));
			open.removeAll(day.undone(undo));
		}
		day.undone(UndoSwitch.MANAGEMENT).addAll(day.changedBy(UndoSwitch.MANAGEMENT, open));
		return day;
	}

	/** An endpoint that is switched off again is missing, which is a problem, too. */
	private List<Difference> changedBy(UndoSwitch only, List<Difference> open) {
		List<Difference> made = leftWith(UndoSwitch.allBut(only));
		return open.stream().filter((it) -> it.isAtAPlaceOf(made)).toList();
	}

	private List<Difference> undone(UndoSwitch undo) {
		return this.undone.getOrDefault(undo, List.of());
	}

	/**
	 * What changes with nothing configured.
	 * @return the differences
	 */
	public List<Difference> differences() {
		return this.differences;
	}

	/**
	 * What each switch undoes.
	 * @return the differences by switch
	 */
	public Map<UndoSwitch, List<Difference>> undone() {
		return this.undone;
	}

	/**
	 * What no switch undoes.
	 * @return the differences
	 */
	public Set<Difference> undoneByNone() {
		Set<Difference> left = new LinkedHashSet<>(this.differences);
		this.undone.values().forEach(left::removeAll);
		return left;
	}

	/**
	 * What changes when something is configured.
	 * @param arguments the arguments of the application with Mainstay
	 * @return the differences
	 */
	public List<Difference> leftWith(String... arguments) {
		return Difference.between(this.bare, answers(World.hardened(), arguments));
	}

	private List<Answer> answers(World world, String... arguments) {
		try (WorldApplication running = world.start(this.application, arguments)) {
			Http http = running.http();
			return Requests.ALL.stream()
				.map((it) -> http.exchange(it.method(), it.path(), it.body(), it.headers()))
				.map(Answer::of)
				.toList();
		}
	}

}
