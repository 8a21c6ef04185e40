package dev.mainstay.observability.masking;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.mode.Switch;

/**
 * Masking is not switched off.
 */
final class MaskingCheck implements HardeningCheck {

	private static final String ENABLED = "mainstay.masking.enabled";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("SEC-10", Group.SECRETS, Severity.HIGH)
		.title("Mainstay's masking is on")
		.why("""
				Passwords, tokens and card numbers that get into a log line, an error or a URL stay there for as \
				long as logs are kept, for everybody who may read logs.""")
		.source("ASVS 5.0 16.2.5")
		.decides("""
				Reads the switch. Only in production, as the secrets of a desk are none. Not applicable where all of \
				Mainstay is switched off.""")
		.fix(ENABLED + "=true");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (!application.isTrue(Switch.MAINSTAY, true)) {
			return Verdict.notApplicable(Switch.MAINSTAY + "=false");
		}
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		return application.isTrue(ENABLED, true) ? Verdict.pass() : Verdict.fail(application.setting(ENABLED));
	}

}
