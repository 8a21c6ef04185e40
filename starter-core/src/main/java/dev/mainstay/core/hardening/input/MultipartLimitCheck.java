package dev.mainstay.core.hardening.input;

import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import jakarta.servlet.MultipartConfigElement;

import org.springframework.util.unit.DataSize;

/**
 * Uploads should have a largest size.
 */
final class MultipartLimitCheck implements HardeningCheck {

	private static final String ELEMENT = "jakarta.servlet.MultipartConfigElement";

	private static final String PREFIX = "spring.servlet.multipart.";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("VAL-13", Group.INPUT, Severity.HIGH)
		.title("Uploads have a largest size")
		.why("""
				A form is taken apart before the handler, and often before the security, sees it: its files fill the \
				disk of the service, whoever sends them.""")
		.source("ASVS 5.0 5.2.1")
		.decides("""
				Looks at the multipart configuration: no limit for a file or a request, or one above 50 MB. Not \
				applicable where the servlet stack takes no forms apart.""")
		.fix("""
				spring.servlet.multipart.max-file-size=10MB
				spring.servlet.multipart.max-request-size=20MB""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (!application.declares(ELEMENT)) {
			return Verdict.notApplicable("no multipart configuration");
		}
		return Configurations.look(application);
	}

	/** Only here is the servlet API linked. */
	private static final class Configurations {

		private static final long LARGEST = DataSize.ofMegabytes(50).toBytes();

		private Configurations() {
		}

		static Verdict look(InspectedApplication application) {
			List<Finding> findings = new ArrayList<>();
			for (MultipartConfigElement config : application.beans(MultipartConfigElement.class)) {
				add(findings, application, "max-file-size", config.getMaxFileSize());
				add(findings, application, "max-request-size", config.getMaxRequestSize());
			}
			return Verdict.of(findings);
		}

		private static void add(List<Finding> findings, InspectedApplication application, String property, long size) {
			if (size < 0 || size > LARGEST) {
				boolean set = application.value(PREFIX + property) != null;
				findings.add(set ? application.setting(PREFIX + property)
						: Finding.of("a MultipartConfigElement has " + property + " " + size));
			}
		}

	}

}
