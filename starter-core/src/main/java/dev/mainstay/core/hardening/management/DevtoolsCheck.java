package dev.mainstay.core.hardening.management;

import java.net.URL;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The tools of the development should not be packaged.
 */
final class DevtoolsCheck implements HardeningCheck {

	private static final String DEVTOOLS = "org.springframework.boot.devtools.restart.Restarter";

	private static final String REMOTE = "spring.devtools.remote.secret";

	private static final CheckDescription DESCRIPTION = CheckDescription
		.of("DEV-02", Group.MANAGEMENT, Severity.BLOCKER)
		.title("Spring Boot's devtools stay on the desk")
		.why("""
				They show errors with their stack traces and all session data across restarts, switch the console \
				of H2 on, and with their remote secret take new classes over HTTP.""")
		.source("ASVS 5.0 13.4.2, 15.2.3")
		.decides("""
				Looks for the devtools on the class path: in production, inside a packaged application, or with a \
				secret for remote use. Not applicable on a desk, where they belong.""")
		.fix("""
				<dependency>
					<groupId>org.springframework.boot</groupId>
					<artifactId>spring-boot-devtools</artifactId>
					<scope>runtime</scope>
					<optional>true</optional>
				</dependency>""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (!application.hasClass(DEVTOOLS)) {
			return Verdict.pass();
		}
		if (application.value(REMOTE) != null) {
			return Verdict
				.fail(new Finding("devtools take code from others: " + REMOTE + " is set", application.origin(REMOTE)));
		}
		String production = application.production();
		if (production != null) {
			return Verdict.fail(Finding.of("devtools are on the class path, with " + production));
		}
		return isPackaged(application.context().getClassLoader())
				? Verdict.fail(Finding.of("devtools are inside the packaged application"))
				: Verdict.notApplicable("no sign of production");
	}

	/** A library inside the jar of the application, not beside it. */
	private static boolean isPackaged(@Nullable ClassLoader classLoader) {
		URL location = (classLoader != null) ? classLoader.getResource(DEVTOOLS.replace('.', '/') + ".class") : null;
		return location != null
				&& (location.toString().startsWith("jar:nested:") || location.toString().contains("-INF/lib/"));
	}

}
