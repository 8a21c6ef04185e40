package dev.mainstay.core.hardening;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What a check says of an application. Immutable.
 *
 * @param status what became of the check, anything but {@link CheckStatus#WAIVED}
 * @param findings what it has found; if it has passed, what it has seen, if anything;
 * empty otherwise
 * @param reason why it is unknown, or not applicable; {@code null} for the others
 * @since 0.1.0
 */
public record Verdict(CheckStatus status, List<Finding> findings, @Nullable String reason) {

	private static final Verdict PASS = new Verdict(CheckStatus.PASS, List.of(), null);

	/**
	 * Checks that what is said goes together.
	 * @throws IllegalArgumentException if a failed check has no finding, or one that has
	 * not decided has one, or the status is the one that only a waiver gives
	 */
	public Verdict {
		Assert.isTrue(status != CheckStatus.WAIVED, "A check cannot waive what it finds");
		Assert.isTrue(status != CheckStatus.FAIL || !findings.isEmpty(), "Findings are what makes a check fail");
		Assert.isTrue(status == CheckStatus.FAIL || status == CheckStatus.PASS || findings.isEmpty(),
				"A check that has found something has decided");
		findings = List.copyOf(findings);
	}

	/**
	 * The application is as it should be.
	 * @return the verdict
	 */
	public static Verdict pass() {
		return PASS;
	}

	/**
	 * The application is as it should be, and somebody may want to see what that is.
	 * @param seen what was seen
	 * @return the verdict
	 */
	public static Verdict pass(List<Finding> seen) {
		return new Verdict(CheckStatus.PASS, seen, null);
	}

	/**
	 * The application is as it should be if nothing was found.
	 * @param findings what was found
	 * @return the verdict
	 */
	public static Verdict of(List<Finding> findings) {
		return findings.isEmpty() ? PASS : new Verdict(CheckStatus.FAIL, findings, null);
	}

	/**
	 * The application lacks something.
	 * @param finding what was found
	 * @return the verdict
	 */
	public static Verdict fail(Finding finding) {
		return of(List.of(finding));
	}

	/**
	 * It could not be found out.
	 * @param reason why
	 * @return the verdict
	 */
	public static Verdict unknown(String reason) {
		return new Verdict(CheckStatus.UNKNOWN, List.of(), reason);
	}

	/**
	 * The application has nothing of the kind.
	 * @param reason what it does not have
	 * @return the verdict
	 */
	public static Verdict notApplicable(String reason) {
		return new Verdict(CheckStatus.NOT_APPLICABLE, List.of(), reason);
	}

}
