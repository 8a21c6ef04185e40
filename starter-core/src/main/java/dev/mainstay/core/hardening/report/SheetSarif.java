package dev.mainstay.core.hardening.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.CheckStatus;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.HardeningSheet;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.SheetEntry;
import org.jspecify.annotations.Nullable;

/**
 * The sheet as SARIF 2.1.0 (OASIS), which code hosts show beside the lines that it names.
 *
 * @since 0.1.0
 */
public final class SheetSarif {

	private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

	/**
	 * As Spring Boot names a place: {@code class path resource [a.properties] - 3:21}.
	 */
	private static final Pattern PLACE = Pattern.compile("\\[(?:file:)?([^\\[\\]]+)\\][^\\[\\]]* - (\\d+):(\\d+)");

	private SheetSarif() {
	}

	/**
	 * Write a sheet down.
	 * @param sheet the sheet
	 * @param version the version of Mainstay, {@code null} if not known
	 * @return the document, of maps, lists, texts and numbers
	 */
	public static Map<String, Object> of(HardeningSheet sheet, @Nullable String version) {
		Map<String, Object> driver = new LinkedHashMap<>();
		driver.put("name", "Mainstay");
		if (version != null) {
			driver.put("version", version);
		}
		driver.put("rules", sheet.entries().stream().map((entry) -> rule(entry.check())).toList());
		List<Map<String, Object>> results = new ArrayList<>();
		for (int i = 0; i < sheet.entries().size(); i++) {
			results.addAll(results(sheet.entries().get(i), i));
		}
		Map<String, Object> run = new LinkedHashMap<>();
		run.put("tool", Map.of("driver", driver));
		run.put("results", results);
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("$schema", SCHEMA);
		document.put("version", "2.1.0");
		document.put("runs", List.of(run));
		return document;
	}

	private static Map<String, Object> rule(CheckDescription check) {
		Map<String, Object> rule = new LinkedHashMap<>();
		rule.put("id", check.id());
		rule.put("shortDescription", text(check.title()));
		rule.put("fullDescription", text(check.why() + " (" + check.source() + ")"));
		rule.put("help", text(check.fix()));
		rule.put("defaultConfiguration", Map.of("level", level(check.severity())));
		rule.put("properties", Map.of("tags", List.of(Words.of(check.group()))));
		return rule;
	}

	/** What a check that passes has seen is no result. */
	private static List<Map<String, Object>> results(SheetEntry entry, int index) {
		if (entry.status() == CheckStatus.PASS) {
			return List.of();
		}
		return entry.findings().stream().map((finding) -> result(entry, finding, index)).toList();
	}

	private static Map<String, Object> result(SheetEntry entry, Finding finding, int index) {
		Map<String, Object> result = new LinkedHashMap<>();
		result.put("ruleId", entry.check().id());
		result.put("ruleIndex", index);
		result.put("level", level(entry.check().severity()));
		result.put("message", text(entry.check().title() + ": " + finding.evidence()));
		result.put("locations", List.of(location(finding)));
		if (entry.status() == CheckStatus.WAIVED) {
			result.put("suppressions", List
				.of(Map.of("kind", "external", "status", "accepted", "justification", String.valueOf(entry.reason()))));
		}
		return result;
	}

	private static Map<String, Object> location(Finding finding) {
		Matcher place = PLACE.matcher((finding.origin() != null) ? finding.origin() : "");
		if (!place.find()) {
			String name = (finding.origin() != null) ? finding.origin() : finding.evidence();
			return Map.of("logicalLocations", List.of(Map.of("fullyQualifiedName", name)));
		}
		Map<String, Object> region = Map.of("startLine", Integer.valueOf(place.group(2)), "startColumn",
				Integer.valueOf(place.group(3)));
		return Map.of("physicalLocation",
				Map.of("artifactLocation", Map.of("uri", place.group(1).replace(" ", "%20")), "region", region));
	}

	private static String level(Severity severity) {
		return switch (severity) {
			case BLOCKER, HIGH -> "error";
			case MEDIUM -> "warning";
			case LOW -> "note";
		};
	}

	private static Map<String, Object> text(String text) {
		return Map.of("text", text);
	}

}
