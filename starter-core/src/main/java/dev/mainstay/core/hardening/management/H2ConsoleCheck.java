package dev.mainstay.core.hardening.management;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.DevelopmentSettings;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.PropertyAccessorFactory;

/**
 * No page should run any SQL, or any code, for whoever opens it.
 */
final class H2ConsoleCheck implements HardeningCheck {

	private static final String ENABLED = "spring.h2.console.enabled";

	private static final String OTHERS = "spring.h2.console.settings.web-allow-others";

	private static final String REGISTRATION = "org.springframework.boot.web.servlet.ServletRegistrationBean";

	/** Both servlets of H2 are in it, the one for javax as well. */
	private static final String PACKAGE = "org.h2.server.web.";

	private static final CheckDescription DESCRIPTION = CheckDescription
		.of("DEV-01", Group.MANAGEMENT, Severity.BLOCKER)
		.title("The console of H2 is not served")
		.why("""
				It connects to any database URL that is typed in and runs any SQL, and with H2 that is any code. \
				A proxy on the same machine makes every caller a local one.""")
		.source("ASVS 5.0 15.2.3, 13.4.2")
		.decides("""
				Looks for the servlet of the console among the registered ones. In production it fails; \
				otherwise only if others may call it, or if a setting that is not for development switches it on. \
				What devtools switch on is for a desk.""")
		.fix("""
				spring.h2.console.enabled=false
				# for a desk: true, in application-dev.properties""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		boolean served = application.beans(REGISTRATION).stream().anyMatch(H2ConsoleCheck::isConsole);
		if (!served) {
			return Verdict.pass();
		}
		String origin = application.origin(ENABLED);
		if (application.isTrue(OTHERS, false)) {
			return Verdict.fail(new Finding("the console of H2 is served, to other machines, too", origin));
		}
		boolean desk = application.production() == null && isForDevelopment(origin);
		return desk ? Verdict.notApplicable("no sign of production")
				: Verdict.fail(new Finding("the console of H2 is served", origin));
	}

	private static boolean isForDevelopment(@Nullable String origin) {
		return DevelopmentSettings.isPlace(origin) || (origin != null && origin.contains("devtools"));
	}

	private static boolean isConsole(Object registration) {
		Object servlet = PropertyAccessorFactory.forBeanPropertyAccess(registration).getPropertyValue("servlet");
		return servlet != null && servlet.getClass().getName().startsWith(PACKAGE);
	}

}
