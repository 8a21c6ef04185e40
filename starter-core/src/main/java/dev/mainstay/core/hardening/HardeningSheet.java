package dev.mainstay.core.hardening;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of all checks. Immutable.
 *
 * @param entries the checks, by their ids
 * @since 0.1.0
 */
public record HardeningSheet(List<SheetEntry> entries) {

	private static final Comparator<SheetEntry> WORST = Comparator
		.comparing((SheetEntry entry) -> entry.check().severity())
		.thenComparing((entry) -> entry.check().id());

	/**
	 * Sorts the checks.
	 */
	public HardeningSheet {
		entries = entries.stream().sorted(Comparator.comparing((entry) -> entry.check().id())).toList();
	}

	/**
	 * The score of all checks.
	 * @return the score
	 */
	public Score score() {
		return Score.of(this.entries);
	}

	/**
	 * The score of each group that something counts in.
	 * @return the scores
	 */
	public Map<Group, Score> groups() {
		Map<Group, Score> scores = new EnumMap<>(Group.class);
		for (Group group : Group.values()) {
			List<SheetEntry> members = this.entries.stream()
				.filter((entry) -> entry.check().group() == group && entry.counts())
				.toList();
			if (!members.isEmpty()) {
				scores.put(group, Score.of(members));
			}
		}
		return scores;
	}

	/**
	 * The grade: what the score says, but never better than the worst finding allows.
	 * @return {@code A} to {@code F}
	 */
	public String grade() {
		if (has(Severity.BLOCKER)) {
			return "F";
		}
		int score = score().value();
		String grade = (score >= 90) ? "A" : (score >= 80) ? "B" : (score >= 65) ? "C" : (score >= 50) ? "D" : "E";
		return ("A".equals(grade) && has(Severity.HIGH)) ? "B" : grade;
	}

	private boolean has(Severity severity) {
		return failed().stream().anyMatch((entry) -> entry.check().severity() == severity);
	}

	/**
	 * What is not as it should be, or not known to be, worst first.
	 * @return the checks that have failed or could not be made
	 */
	public List<SheetEntry> open() {
		return this.entries.stream()
			.filter((entry) -> entry.status() == CheckStatus.FAIL || entry.status() == CheckStatus.UNKNOWN)
			.sorted(WORST)
			.toList();
	}

	/**
	 * The checks that failed, worst first.
	 * @return the checks
	 */
	public List<SheetEntry> failed() {
		return this.entries.stream().filter((entry) -> entry.status() == CheckStatus.FAIL).sorted(WORST).toList();
	}

}
