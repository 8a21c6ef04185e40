package dev.mainstay.core.hardening.report;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.CheckStatus;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningSheet;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.SheetEntry;
import dev.mainstay.core.hardening.Waiver;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Against the schema that OASIS publishes with SARIF 2.1.0.
 */
class SarifSchemaTests {

	private final JsonMapper json = new JsonMapper();

	@Test
	void everyFormOfAFindingIsValid() throws Exception {
		HardeningSheet sheet = new HardeningSheet(List.of(
				entry("AB-01", CheckStatus.FAIL,
						new Finding("in a file", "class path resource [application.yml] - 3:12"),
						new Finding("in a file with a blank", "file [/opt/my app/application.yml] - 1:1"),
						new Finding("in an outer jar", "URL [jar:file:/opt/a.jar!/META-INF/policy.properties] - 4:17"),
						new Finding("elsewhere", "System Environment Property \"A_B\""), Finding.of("nowhere")),
				entry("AB-02", CheckStatus.WAIVED, Finding.of("seen, for a time")), entry("AB-03", CheckStatus.PASS),
				entry("AB-04", CheckStatus.UNKNOWN), entry("AB-05", CheckStatus.NOT_APPLICABLE)));
		assertThat(violations(SheetSarif.of(sheet, "1.0.0"))).isEmpty();
		assertThat(violations(SheetSarif.of(sheet, null))).isEmpty();
		assertThat(violations(SheetSarif.of(new HardeningSheet(List.of()), null))).isEmpty();
	}

	@Test
	void theSchemaFindsWhatIsWrong() throws Exception {
		assertThat(violations(Map.of("version", "2.1.0", "runs", List.of(Map.of("results", List.of()))))).isNotEmpty();
	}

	private List<?> violations(Map<String, Object> document) throws Exception {
		try (InputStream schema = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
			Schema sarif = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
			return sarif.validate(this.json.writeValueAsString(document), InputFormat.JSON);
		}
	}

	private static SheetEntry entry(String id, CheckStatus status, Finding... findings) {
		CheckDescription check = CheckDescription.of(id, Group.DATA, Severity.HIGH)
			.title("a title")
			.why("a reason")
			.source("a source")
			.decides("a way")
			.fix("a fix");
		Waiver waiver = (status == CheckStatus.WAIVED)
				? new Waiver(id, "soon gone", "team-a", LocalDate.parse("2027-01-31")) : null;
		return new SheetEntry(check, status, List.of(findings), (waiver != null) ? "waived" : null, waiver);
	}

}
