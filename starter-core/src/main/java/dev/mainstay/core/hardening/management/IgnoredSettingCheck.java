package dev.mainstay.core.hardening.management;

import java.io.IOException;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * Who sets a property should get what it says.
 */
final class IgnoredSettingCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("CFG-02", Group.MANAGEMENT, Severity.MEDIUM)
		.title("Every property that is set is read")
		.why("""
				Spring Boot says nothing of a name that it does not know any more: limits, timeouts and log files \
				that somebody has set are not there when they are needed.""")
		.source("Spring Boot configuration metadata; ASVS 5.0 13.4.2")
		.decides("""
				Looks for properties that the metadata of the libraries on the class path marks as removed, \
				wherever they are set, other than those of CFG-01. Whoever also sets the one that is read \
				instead passes.""")
		.fix("""
				# the name that the finding tells, for example
				logging.file.name=orders.log""");

	private final IgnoredProperties ignored = new IgnoredProperties(
			(name) -> !IgnoredProtectionCheck.isAboutProtection(name));

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) throws IOException {
		return this.ignored.look(application);
	}

}
