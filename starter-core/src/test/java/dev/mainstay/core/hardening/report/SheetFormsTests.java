package dev.mainstay.core.hardening.report;

import java.util.List;

import com.jayway.jsonpath.JsonPath;
import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.CheckStatus;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningSheet;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.SheetEntry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SheetFormsTests {

	private static final String ORIGIN = "class path resource [application.properties] - 3:21";

	private final HardeningSheet sheet = new HardeningSheet(List.of(
			entry("DB-01", Severity.BLOCKER, CheckStatus.FAIL, "spring.jpa.hibernate.ddl-auto=update | x", ORIGIN),
			entry("DB-05", Severity.MEDIUM, CheckStatus.WAIVED, "open-in-view is not set", null),
			entry("DB-02", Severity.HIGH, CheckStatus.PASS, null, null)));

	@Test
	void theDocumentTellsEachCheckAndHowTheScoreComesAbout() {
		String json = json(SheetDocument.of(this.sheet));
		assertThat((Object) JsonPath.read(json, "$.grade")).isEqualTo("F");
		assertThat((Object) JsonPath.read(json, "$.score")).isEqualTo(30);
		assertThat((Object) JsonPath.read(json, "$.groups.data.possible")).isEqualTo(31);
		assertThat((Object) JsonPath.read(json, "$.groups.data.points")).isEqualTo(9.5);
		assertThat((Object) JsonPath.read(json, "$.checks[0].id")).isEqualTo("DB-01");
		assertThat((Object) JsonPath.read(json, "$.checks[0].status")).isEqualTo("fail");
		assertThat((Object) JsonPath.read(json, "$.checks[0].severity")).isEqualTo("blocker");
		assertThat((Object) JsonPath.read(json, "$.checks[0].origin")).isEqualTo(ORIGIN);
		assertThat((Object) JsonPath.read(json, "$.checks[0].docs")).isEqualTo("docs/hardening.md#db-01");
	}

	@Test
	void markdownSaysWhatToDoFirstAndIsNoMarkupOfWhatWasFound() {
		assertThat(SheetMarkdown.of(this.sheet)).isEqualTo("""
				# Hardening sheet: 30 of 100, grade F

				## DB-01 a title

				**blocker** · a reason (a source)

				- spring.jpa.hibernate.ddl-auto=update \\| x (class path resource \\[application.properties\\] - 3:21)

				```
				a fix
				```

				## Waived

				- DB-05 a title: waived

				Passed: DB-02.
				""");
	}

	@Test
	void sarifNamesTheLineAndSuppressesWhatIsWaived() {
		String json = json(SheetSarif.of(this.sheet, "1.0"));
		assertThat((Object) JsonPath.read(json, "$.version")).isEqualTo("2.1.0");
		assertThat((List<?>) JsonPath.read(json, "$.runs[0].tool.driver.rules[*].id")).hasSize(3);
		assertThat((List<?>) JsonPath.read(json, "$.runs[0].results")).hasSize(2);
		String first = "$.runs[0].results[0].";
		assertThat((Object) JsonPath.read(json, first + "level")).isEqualTo("error");
		String place = first + "locations[0].physicalLocation.";
		assertThat((Object) JsonPath.read(json, place + "artifactLocation.uri")).isEqualTo("application.properties");
		assertThat((Object) JsonPath.read(json, place + "region.startLine")).isEqualTo(3);
		assertThat((Object) JsonPath.read(json, "$.runs[0].results[1].suppressions[0].kind")).isEqualTo("external");
		assertThat((Object) JsonPath.read(json, "$.runs[0].results[1].ruleIndex")).isEqualTo(2);
	}

	private static String json(Object document) {
		return JsonMapper.builder().build().writeValueAsString(document);
	}

	@Test
	void whatACheckThatPassesHasSeenIsTellingButNoResult() {
		SheetEntry seen = new SheetEntry(this.sheet.entries().get(2).check(), CheckStatus.PASS,
				List.of(Finding.of("GET /articles")), null, null);
		HardeningSheet passed = new HardeningSheet(List.of(seen));
		assertThat((List<?>) JsonPath.read(json(SheetSarif.of(passed, "1.0")), "$.runs[0].results")).isEmpty();
		assertThat((Object) JsonPath.read(json(SheetDocument.of(passed)), "$.checks[0].evidence"))
			.isEqualTo("GET /articles");
		assertThat(SheetMarkdown.of(passed))
			.endsWith("## Seen: " + seen.check().id() + " a title\n\n- GET /articles\n");
	}

	private static SheetEntry entry(String id, Severity severity, CheckStatus status, String evidence, String origin) {
		CheckDescription check = CheckDescription.of(id, Group.DATA, severity)
			.title("a title")
			.why("a reason")
			.source("a source")
			.decides("a way")
			.fix("a fix");
		List<Finding> findings = (evidence != null) ? List.of(new Finding(evidence, origin)) : List.of();
		return new SheetEntry(check, status, findings, (status == CheckStatus.WAIVED) ? "waived" : null, null);
	}

}
