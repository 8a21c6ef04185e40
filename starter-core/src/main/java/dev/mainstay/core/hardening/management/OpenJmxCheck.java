package dev.mainstay.core.hardening.management;

import java.util.regex.Pattern;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Nobody unknown should manage the JVM.
 */
final class OpenJmxCheck implements HardeningCheck {

	private static final String REMOTE = "com.sun.management.jmxremote.";

	private static final Pattern LOOPBACK = Pattern.compile("(?i)localhost|127\\.[0-9.]+|::1");

	private static final CheckDescription DESCRIPTION = CheckDescription.of("ACT-08", Group.MANAGEMENT, Severity.HIGH)
		.title("JMX asks over the network who calls")
		.why("""
				Whoever reaches a JMX port without authentication can load code into the JVM, and calls every \
				endpoint that is exposed there.""")
		.source("ASVS 5.0 13.4.5; Java Monitoring and Management Guide, security")
		.decides("""
				In production, looks at the system properties that open a JMX port, its address and whether it \
				asks for a password, and whether Spring Boot registers its endpoints there. JMX within this \
				machine passes. Not applicable without a sign of production, or without a JMX port.""")
		.fix("""
				# delete -Dcom.sun.management.jmxremote.port, or
				-Dcom.sun.management.jmxremote.authenticate=true
				-Dcom.sun.management.jmxremote.ssl=true
				# and
				spring.jmx.enabled=false""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		String port = setting("port");
		if (port == null) {
			return Verdict.notApplicable("no JMX port");
		}
		String host = setting("host");
		boolean local = host != null && LOOPBACK.matcher(host).matches();
		if (local || !"false".equalsIgnoreCase(setting("authenticate"))) {
			return Verdict.pass();
		}
		String endpoints = application.isTrue("spring.jmx.enabled", false) ? ", with the beans of Spring Boot" : "";
		return Verdict.fail(new Finding("the JMX port " + port + " asks nobody who they are" + endpoints,
				"system property " + REMOTE + "authenticate"));
	}

	private static @Nullable String setting(String name) {
		return System.getProperty(REMOTE + name);
	}

}
