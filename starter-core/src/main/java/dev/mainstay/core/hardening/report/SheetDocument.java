package dev.mainstay.core.hardening.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.HardeningSheet;
import dev.mainstay.core.hardening.Score;
import dev.mainstay.core.hardening.SheetEntry;
import org.jspecify.annotations.Nullable;

/**
 * The sheet as the endpoint answers it. Immutable.
 *
 * @param score from 0 to 100
 * @param grade {@code A} to {@code F}
 * @param groups how the score of each group comes about
 * @param checks all checks, by their ids
 * @since 0.1.0
 */
public record SheetDocument(int score, String grade, Map<String, GroupDocument> groups, List<CheckDocument> checks) {

	/**
	 * Write a sheet down.
	 * @param sheet the sheet
	 * @return the document
	 */
	public static SheetDocument of(HardeningSheet sheet) {
		Map<String, GroupDocument> groups = new TreeMap<>();
		sheet.groups().forEach((group, score) -> groups.put(Words.of(group), GroupDocument.of(score)));
		return new SheetDocument(sheet.score().value(), sheet.grade(), groups,
				sheet.entries().stream().map(CheckDocument::of).toList());
	}

	/**
	 * The arithmetic of a group.
	 *
	 * @param score from 0 to 100
	 * @param points what was reached
	 * @param possible what could have been
	 * @since 0.1.0
	 */
	public record GroupDocument(int score, double points, int possible) {

		static GroupDocument of(Score score) {
			return new GroupDocument(score.value(), score.points(), score.possible());
		}

	}

	/**
	 * A check in the answer.
	 *
	 * @param id the id
	 * @param title what should be so
	 * @param group what it is about
	 * @param severity how much it matters
	 * @param status {@code pass}, {@code fail}, {@code waived}, {@code unknown} or
	 * {@code not-applicable}
	 * @param evidence what was found, {@code null} if nothing was
	 * @param origin where it was configured, {@code null} if it was not
	 * @param reason why it is unknown, not applicable or waived, {@code null} for others
	 * @param why what happens to a service that fails it
	 * @param source where that is written
	 * @param fix what to change
	 * @param docs the place in the documentation
	 * @param findings each finding by itself
	 * @since 0.1.0
	 */
	public record CheckDocument(String id, String title, String group, String severity, String status,
			@Nullable String evidence, @Nullable String origin, @Nullable String reason, String why, String source,
			String fix, String docs, List<Finding> findings) {

		static CheckDocument of(SheetEntry entry) {
			var check = entry.check();
			return new CheckDocument(check.id(), check.title(), Words.of(check.group()), Words.of(check.severity()),
					Words.of(entry.status()), Words.evidence(entry.findings()), Words.origin(entry.findings()),
					entry.reason(), check.why(), check.source(), check.fix(), Words.docs(check.id()), entry.findings());
		}

	}

}
