package dev.mainstay.core.hardening;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

import dev.mainstay.core.masking.TextMasker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks all checks. Thread-safe; one sheet is made at a time.
 *
 * @since 0.1.0
 */
public final class HardeningInspector {

	private static final Logger logger = LoggerFactory.getLogger(HardeningInspector.class);

	private final Supplier<List<HardeningCheck>> checks;

	private final Map<String, Waiver> waivers = new HashMap<>();

	private final TextMasker masker;

	private final Clock clock;

	/**
	 * Create the inspector.
	 * @param checks the checks, each id once; asked for whenever a sheet is made
	 * @param waivers who answers for what
	 * @param masker masks what was found, before anybody reads it
	 * @param clock says which day it is
	 */
	public HardeningInspector(Supplier<List<HardeningCheck>> checks, Collection<Waiver> waivers, TextMasker masker,
			Clock clock) {
		this.checks = checks;
		this.masker = masker;
		this.clock = clock;
		waivers.forEach((waiver) -> this.waivers.put(waiver.check(), waiver));
	}

	/**
	 * Look at an application.
	 * @param application the application
	 * @return what became of all checks
	 */
	public HardeningSheet inspect(InspectedApplication application) {
		return inspect(application, (check) -> true);
	}

	/**
	 * Look at an application with some of the checks.
	 * @param application the application
	 * @param wanted tells which checks to make
	 * @return what became of these checks
	 */
	public synchronized HardeningSheet inspect(InspectedApplication application, Predicate<CheckDescription> wanted) {
		LocalDate today = LocalDate.now(this.clock);
		InspectedApplication now = application.afresh();
		return new HardeningSheet(this.checks.get()
			.stream()
			.filter((check) -> wanted.test(check.description()))
			.map((check) -> entry(check, now, today))
			.toList());
	}

	private SheetEntry entry(HardeningCheck check, InspectedApplication application, LocalDate today) {
		CheckDescription description = check.description();
		Verdict verdict = verdict(check, application);
		List<Finding> findings = verdict.findings().stream().map(this::masked).toList();
		Waiver waiver = this.waivers.get(description.id());
		if (waiver == null || !isOpen(verdict)) {
			return new SheetEntry(description, verdict.status(), findings, verdict.reason(), waiver);
		}
		boolean holds = waiver.holdsOn(today);
		String said = said(waiver, holds);
		return new SheetEntry(description, holds ? CheckStatus.WAIVED : verdict.status(), findings,
				(verdict.reason() != null) ? verdict.reason() + "; " + said : said, waiver);
	}

	/** Somebody may also answer for what no program can see. */
	private static boolean isOpen(Verdict verdict) {
		return verdict.status() == CheckStatus.FAIL || verdict.status() == CheckStatus.UNKNOWN;
	}

	private Finding masked(Finding finding) {
		return new Finding(this.masker.mask(finding.evidence()), finding.origin());
	}

	private static String said(Waiver waiver, boolean holds) {
		return (holds ? "waived until " : "the waiver expired on ") + waiver.expiry() + " by " + waiver.owner() + ": "
				+ waiver.reason();
	}

	/** A check that fails itself has seen nothing. */
	private static Verdict verdict(HardeningCheck check, InspectedApplication application) {
		if (application.isClosed()) {
			return Verdict.unknown("the application has been closed");
		}
		try {
			@Nullable Verdict verdict = check.look(application);
			return (verdict != null) ? verdict : Verdict.unknown("the check says nothing");
		}
		catch (VirtualMachineError ex) {
			if (ex instanceof StackOverflowError) {
				return failed(check, ex);
			}
			throw ex;
		}
		catch (Exception | Error ex) {
			return failed(check, ex);
		}
	}

	private static Verdict failed(HardeningCheck check, Throwable ex) {
		logger.debug("The check {} cannot be made", check.description().id(), ex);
		return Verdict.unknown("the check failed: " + ex.getClass().getSimpleName());
	}

}
