package dev.mainstay.core.hardening.secrets;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * A URL is written to logs and messages, and should contain no password.
 */
final class CredentialInUrlCheck implements HardeningCheck {

	/** A placeholder in the place of the password is none that is written there. */
	private static final Pattern IN_AUTHORITY = Pattern.compile(
			"[a-z][a-z0-9+.:-]*://[^/\\s:@?#]*:(?!\\$\\{)([^/\\s@]+)@(?<host>[^/\\s?,]+)", Pattern.CASE_INSENSITIVE);

	private static final Pattern IN_PARAMETERS = Pattern.compile(
			"jdbc:[a-z0-9:]+//(?<host>[^/?;,\\s]+).*[?&;]password=(?!\\$\\{)[^&;\\s]+.*", Pattern.CASE_INSENSITIVE);

	private static final CheckDescription DESCRIPTION = CheckDescription.of("SEC-04", Group.SECRETS, Severity.HIGH)
		.title("No URL contains a password")
		.why("""
				Drivers, pools and clients write their URL into logs, metrics, traces and exceptions, and none of \
				these places is meant for a password.""")
		.source("ASVS 5.0 14.2.1")
		.decides("""
				Looks for user:password@ in the effective values that are set anywhere but in environment \
				variables, and for a password in JDBC URLs wherever they are set. Placeholders are left out as long \
				as no default behind their colon is in effect, and without a sign of production services on this \
				machine, too.""")
		.fix("""
				spring.datasource.url=jdbc:postgresql://db/orders
				spring.datasource.username=orders
				spring.datasource.password=${DB_PASSWORD}""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		boolean production = application.production() != null;
		List<Finding> findings = SetProperties.of(application)
			.stream()
			.filter(SetProperty::effective)
			.filter((property) -> hasPassword(property, production))
			.map((property) -> new Finding(property.name() + " is a URL with a password", property.origin()))
			.toList();
		return Verdict.of(SetProperties.atMost(findings));
	}

	private static boolean hasPassword(SetProperty property, boolean production) {
		boolean jdbc = property.text().startsWith("jdbc:");
		if (!jdbc && (property.source() instanceof SystemEnvironmentPropertySource
				|| "systemProperties".equals(property.source().getName()))) {
			return false;
		}
		return isIn(IN_AUTHORITY, property, production) || (jdbc && isIn(IN_PARAMETERS, property, production));
	}

	private static boolean isIn(Pattern pattern, SetProperty property, boolean production) {
		Matcher matcher = pattern.matcher(property.text());
		return matcher.find() && (production || !LocalServices.isLoopback(matcher.group("host")));
	}

}
