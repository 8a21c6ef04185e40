package dev.mainstay.core.hardening.secrets;

import java.lang.management.ManagementFactory;
import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The list of processes should show no secret.
 */
final class CommandLineSecretCheck implements HardeningCheck {

	private static final String SYSTEM_PROPERTIES = StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME;

	private static final CheckDescription DESCRIPTION = CheckDescription.of("SEC-05", Group.SECRETS, Severity.MEDIUM)
		.title("No secret is an argument on the command line")
		.why("""
				Every user of the machine sees the arguments of all processes, and tools that watch processes \
				store them.""")
		.source("ASVS 5.0 13.3.2; CWE-214")
		.decides("""
				In production, looks for arguments, and properties of the JVM that were given with -D, that are \
				named like a secret and hold one, or are recognisably a key. Not applicable without a sign of \
				production, or without arguments.""")
		.fix("""
				# an environment variable of the process
				SPRING_DATASOURCE_PASSWORD=...
				# or a file per property
				spring.config.import=optional:configtree:/run/secrets/""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
		List<SetProperty> arguments = SetProperties.of(application)
			.stream()
			.filter((property) -> property.source() instanceof CommandLinePropertySource<?>
					|| isOptionOfJvm(property, options))
			.toList();
		if (arguments.isEmpty()) {
			return Verdict.notApplicable("no arguments");
		}
		List<Finding> findings = arguments.stream()
			.filter((property) -> SecretNames.holdsSecret(property.name(), property.text())
					|| SecretPatterns.find(property.text()) != null)
			.map((property) -> property.finding("is an argument on the command line"))
			.toList();
		return Verdict.of(SetProperties.atMost(findings));
	}

	/** Not what the application sets itself, nor what comes from a variable. */
	private static boolean isOptionOfJvm(SetProperty property, List<String> options) {
		return SYSTEM_PROPERTIES.equals(property.source().getName()) && options.stream()
			.filter((option) -> option.startsWith("-D") && option.endsWith("=" + property.text()))
			.map((option) -> option.substring(2, option.length() - property.text().length() - 1))
			.anyMatch((name) -> ConfigurationPropertyName.adapt(name, '.').equals(property.name()));
	}

}
