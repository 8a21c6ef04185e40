package dev.mainstay.core.hardening;

import org.assertj.core.api.AbstractAssert;

import org.springframework.context.ApplicationContext;

/**
 * Says what a check is to say of an application.
 */
public final class VerdictAssert extends AbstractAssert<VerdictAssert, Verdict> {

	private VerdictAssert(Verdict verdict) {
		super(verdict, VerdictAssert.class);
	}

	/**
	 * Let a check look at an application.
	 * @param check the check
	 * @param context the context of the application
	 * @return an assertion about what the check says
	 */
	public static VerdictAssert assertThatLooking(HardeningCheck check, ApplicationContext context) {
		return assertThatLooking(check, new InspectedApplication(context));
	}

	/**
	 * Let a check look at an application, and send it probes.
	 * @param check the check
	 * @param context the context of the application
	 * @return an assertion about what the check says
	 */
	public static VerdictAssert assertThatProbing(HardeningCheck check, ApplicationContext context) {
		return assertThatLooking(check, new InspectedApplication(context).withProbes());
	}

	private static VerdictAssert assertThatLooking(HardeningCheck check, InspectedApplication application) {
		try {
			return new VerdictAssert(check.look(application));
		}
		catch (Exception ex) {
			throw new AssertionError(check.description().id() + " failed itself", ex);
		}
	}

	public VerdictAssert passes() {
		return is(CheckStatus.PASS);
	}

	/**
	 * It passes, and what it has seen, in its order, contains these texts.
	 */
	public VerdictAssert passesSeeing(String... evidence) {
		is(CheckStatus.PASS);
		return sees(evidence);
	}

	public VerdictAssert isNotApplicable() {
		return is(CheckStatus.NOT_APPLICABLE);
	}

	public VerdictAssert isUnknown() {
		return is(CheckStatus.UNKNOWN);
	}

	/**
	 * It fails, and the evidence of its findings, in their order, contains these texts.
	 */
	public VerdictAssert fails(String... evidence) {
		is(CheckStatus.FAIL);
		return sees(evidence);
	}

	private VerdictAssert sees(String... evidence) {
		boolean same = this.actual.findings().size() == evidence.length;
		for (int i = 0; same && i < evidence.length; i++) {
			same = this.actual.findings().get(i).evidence().contains(evidence[i]);
		}
		if (!same) {
			failWithMessage("Expected findings with %s but there are %s", (Object) evidence, this.actual.findings());
		}
		return this;
	}

	/**
	 * The first finding was set at a place that contains this text.
	 */
	public VerdictAssert at(String origin) {
		String actual = this.actual.findings().get(0).origin();
		if (actual == null || !actual.contains(origin)) {
			failWithMessage("Expected the origin to contain <%s> but it is <%s>", origin, actual);
		}
		return this;
	}

	private VerdictAssert is(CheckStatus status) {
		if (this.actual.status() != status) {
			failWithMessage("Expected %s but the check says %s", status, this.actual);
		}
		return this;
	}

}
