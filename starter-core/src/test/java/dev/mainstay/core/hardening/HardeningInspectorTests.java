package dev.mainstay.core.hardening;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import dev.mainstay.core.masking.TextMasker;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HardeningInspectorTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-15T12:00:00Z"), ZoneOffset.UTC);

	private final InspectedApplication application = new InspectedApplication(new GenericApplicationContext());

	@Test
	void whatFailsWithoutAWaiverIsAFinding() {
		HardeningSheet sheet = inspect(List.of(), check("AB-01", Severity.HIGH, Verdict.fail(Finding.of("seen"))));
		assertThat(sheet.failed()).singleElement().satisfies((entry) -> {
			assertThat(entry.status()).isEqualTo(CheckStatus.FAIL);
			assertThat(entry.findings()).containsExactly(Finding.of("seen"));
		});
	}

	@Test
	void aCheckThatThrowsIsUnknownAndNoOtherIsHarmed() {
		HardeningCheck failing = new Check("AB-01", Severity.HIGH) {

			@Override
			public Verdict look(InspectedApplication application) {
				throw new NoClassDefFoundError("some/Thing");
			}

		};
		HardeningSheet sheet = inspect(List.of(), failing, check("AB-02", Severity.HIGH, Verdict.pass()));
		assertThat(sheet.entries()).extracting(SheetEntry::status)
			.containsExactly(CheckStatus.UNKNOWN, CheckStatus.PASS);
		assertThat(sheet.entries().get(0).reason()).isEqualTo("the check failed: NoClassDefFoundError");
		assertThat(sheet.score().value()).isEqualTo(50);
	}

	@Test
	void aWaiverHoldsUntilTheEndOfItsLastDay() {
		HardeningCheck check = check("AB-01", Severity.HIGH, Verdict.fail(Finding.of("seen")));
		assertThat(inspect(waiver("AB-01", "2026-06-15"), check).entries()).singleElement().satisfies((entry) -> {
			assertThat(entry.status()).isEqualTo(CheckStatus.WAIVED);
			assertThat(entry.reason()).isEqualTo("waived until 2026-06-15 by team-a: soon gone");
			assertThat(entry.findings()).hasSize(1);
		});
		assertThat(inspect(waiver("AB-01", "2026-06-14"), check).failed()).singleElement()
			.extracting(SheetEntry::reason)
			.isEqualTo("the waiver expired on 2026-06-14 by team-a: soon gone");
	}

	@Test
	void anApplicationThatIsClosedIsNotLookedAtAnyMore() {
		GenericApplicationContext closed = new GenericApplicationContext();
		closed.refresh();
		closed.close();
		HardeningSheet sheet = new HardeningInspector(() -> List.of(check("AB-01", Severity.HIGH, Verdict.pass())),
				List.of(), TextMasker.none(), CLOCK)
			.inspect(new InspectedApplication(closed));
		assertThat(sheet.entries()).extracting(SheetEntry::status).containsExactly(CheckStatus.UNKNOWN);
	}

	@Test
	void somebodyMayAnswerForWhatIsNotKnown() {
		HardeningCheck check = check("AB-01", Severity.HIGH, Verdict.unknown("cannot be seen"));
		assertThat(inspect(waiver("AB-01", "2026-06-15"), check).entries()).singleElement().satisfies((entry) -> {
			assertThat(entry.status()).isEqualTo(CheckStatus.WAIVED);
			assertThat(entry.reason()).isEqualTo("cannot be seen; waived until 2026-06-15 by team-a: soon gone");
		});
		assertThat(inspect(waiver("AB-01", "2026-06-14"), check).entries()).extracting(SheetEntry::status)
			.containsExactly(CheckStatus.UNKNOWN);
	}

	@Test
	void aWaiverOfWhatPassesChangesNothing() {
		HardeningSheet sheet = inspect(waiver("AB-01", "2027-01-01"), check("AB-01", Severity.LOW, Verdict.pass()));
		assertThat(sheet.entries()).extracting(SheetEntry::status).containsExactly(CheckStatus.PASS);
	}

	@Test
	void theGradeIsNoBetterThanTheWorstFindingAllows() {
		HardeningCheck[] good = new HardeningCheck[20];
		for (int i = 0; i < good.length; i++) {
			good[i] = check("OK-" + (10 + i), Severity.BLOCKER, Verdict.pass());
		}
		assertThat(inspect(List.of(), good).grade()).isEqualTo("A");
		assertThat(inspect(List.of(), with(good, Severity.HIGH)).grade()).isEqualTo("B");
		assertThat(inspect(List.of(), with(good, Severity.BLOCKER)).grade()).isEqualTo("F");
	}

	@Test
	void nothingThatIsNotThereCounts() {
		HardeningSheet sheet = inspect(List.of(), check("AB-01", Severity.HIGH, Verdict.notApplicable("no database")));
		assertThat(sheet.score().value()).isEqualTo(100);
		assertThat(sheet.groups()).isEmpty();
	}

	@Test
	void aVerdictContradictsItselfNowhere() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Verdict(CheckStatus.FAIL, List.of(), null));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Verdict(CheckStatus.UNKNOWN, List.of(Finding.of("seen")), "reason"));
		assertThatIllegalArgumentException().isThrownBy(() -> new Verdict(CheckStatus.WAIVED, List.of(), null));
		assertThatIllegalArgumentException().isThrownBy(() -> check("ab-1", Severity.LOW, Verdict.pass()))
			.withMessageContaining("'ab-1'");
	}

	private HardeningSheet inspect(List<Waiver> waivers, HardeningCheck... checks) {
		return new HardeningInspector(() -> List.of(checks), waivers, TextMasker.none(), CLOCK)
			.inspect(this.application);
	}

	private static HardeningCheck[] with(HardeningCheck[] good, Severity severity) {
		HardeningCheck[] all = Arrays.copyOf(good, good.length + 1);
		all[good.length] = check("BAD-01", severity, Verdict.fail(Finding.of("seen")));
		return all;
	}

	private static List<Waiver> waiver(String id, String expires) {
		return List.of(new Waiver(id, "soon gone", "team-a", LocalDate.parse(expires)));
	}

	static HardeningCheck check(String id, Severity severity, Verdict verdict) {
		return new Check(id, severity) {

			@Override
			public Verdict look(InspectedApplication application) {
				return verdict;
			}

		};
	}

	abstract static class Check implements HardeningCheck {

		private final CheckDescription description;

		Check(String id, Severity severity) {
			this.description = CheckDescription.of(id, Group.DATA, severity)
				.title("a title")
				.why("a reason")
				.source("a source")
				.decides("a way")
				.fix("a fix");
		}

		@Override
		public CheckDescription description() {
			return this.description;
		}

	}

}
