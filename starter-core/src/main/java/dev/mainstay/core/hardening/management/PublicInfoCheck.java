package dev.mainstay.core.hardening.management;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.CheckStatus;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.secrets.SecretNames;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;

/**
 * What is told to everybody should contain no secret.
 */
final class PublicInfoCheck implements HardeningCheck {

	private static final ConfigurationPropertyName INFO = ConfigurationPropertyName.of("info");

	private static final String GIT_MODE = "management.info.git.mode";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("SEC-07", Group.SECRETS, Severity.MEDIUM)
		.title("The info endpoint tells nobody secrets, or who committed what")
		.why("""
				It is open so that everybody can see the version; what else is in it everybody sees as well, such \
				as keys, and the names and addresses of developers.""")
		.source("ASVS 5.0 13.4.6")
		.decides("""
				While the info endpoint answers anybody, looks for info.* properties that are named like a secret \
				and hold one if management.info.env.enabled is on, and for the full mode of Git's information if \
				there is any.""")
		.fix("""
				management.info.env.enabled=false
				management.info.git.mode=simple""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		Verdict open = EndpointVerdict.of(application, (endpoint) -> endpoint.id().equals("info"),
				ExposedEndpoint::read, ExposedEndpoint::path);
		if (open.status() == CheckStatus.UNKNOWN && told(application).isEmpty()) {
			return Verdict.pass();
		}
		return open.findings().isEmpty() ? open : Verdict.of(told(application));
	}

	private static List<Finding> told(InspectedApplication application) {
		List<Finding> findings = new ArrayList<>();
		if (application.isTrue("management.info.env.enabled", false)) {
			findings.addAll(secrets(application));
		}
		boolean full = "full".equalsIgnoreCase(Objects.requireNonNullElse(application.value(GIT_MODE), "").strip());
		if (full && application.declares("org.springframework.boot.actuate.info.GitInfoContributor")) {
			findings.add(application.setting(GIT_MODE));
		}
		return findings;
	}

	private static List<Finding> secrets(InspectedApplication application) {
		return names(application).stream()
			.filter((name) -> holdsSecret(name, application))
			.map((name) -> new Finding(name + " is told to anybody", application.origin(name.toString())))
			.toList();
	}

	private static List<ConfigurationPropertyName> names(InspectedApplication application) {
		List<ConfigurationPropertyName> names = new ArrayList<>();
		ConfigurationPropertySources.get(application.context().getEnvironment()).forEach((source) -> {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				iterable.stream().filter(INFO::isAncestorOf).forEach(names::add);
			}
		});
		return names.stream().distinct().sorted().toList();
	}

	private static boolean holdsSecret(ConfigurationPropertyName name, InspectedApplication application) {
		String value = application.value(name.toString());
		return value != null && SecretNames.holdsSecret(name, value);
	}

}
