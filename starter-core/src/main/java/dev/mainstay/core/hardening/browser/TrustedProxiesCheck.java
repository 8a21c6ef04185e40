package dev.mainstay.core.hardening.browser;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.cloud.CloudPlatform;

/**
 * Not everybody should be believed about who they are calling for.
 */
final class TrustedProxiesCheck implements HardeningCheck {

	private static final List<String> PROXIES = List.of("server.tomcat.remoteip.internal-proxies",
			"server.tomcat.remoteip.trusted-proxies");

	private static final List<String> HEADERS = List.of("server.tomcat.remoteip.remote-ip-header",
			"server.tomcat.remoteip.protocol-header");

	private static final Set<String> EVERYBODY = Set.of("0.0.0.0/0", "::/0");

	/** Addresses of the internet, kept for documents or known to everybody. */
	private static final List<String> STRANGERS = List.of("203.0.113.7", "198.51.100.77", "8.8.8.8");

	private static final CheckDescription DESCRIPTION = CheckDescription.of("WEB-06", Group.BROWSER, Severity.HIGH)
		.title("Only known proxies say where a request comes from")
		.why("""
				Whoever reaches the port writes any address into X-Forwarded-For: limits per address, blocks and audit \
				records then go by what the attacker has written.""")
		.source("ASVS 5.0 4.1.3 and 15.3.4")
		.decides(
				"""
						Where Tomcat reads forwarded headers, looks whether the proxies that it believes are all addresses. Not \
						applicable where it does not read them, or on another server.""")
		.fix("""
				server.forward-headers-strategy=native
				server.tomcat.remoteip.internal-proxies=10.20.0.0/16""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (!application.hasClass("org.apache.catalina.valves.RemoteIpValve") || !readsHeaders(application)) {
			return Verdict.notApplicable("Tomcat reads no forwarded headers");
		}
		return Verdict.of(PROXIES.stream()
			.filter((property) -> isEverybody(application.value(property)))
			.map(application::setting)
			.toList());
	}

	private static boolean readsHeaders(InspectedApplication application) {
		String strategy = application.value("server.forward-headers-strategy");
		CloudPlatform platform = CloudPlatform.getActive(application.context().getEnvironment());
		boolean on = (strategy != null) ? strategy.strip().toLowerCase(Locale.ROOT).equals("native")
				: platform != null && platform.isUsingForwardHeaders();
		return on || HEADERS.stream().anyMatch((header) -> application.value(header) != null);
	}

	private static boolean isEverybody(@Nullable String proxies) {
		if (proxies == null) {
			return false;
		}
		if (Stream.of(proxies.split(",")).map(String::strip).anyMatch(EVERYBODY::contains)) {
			return true;
		}
		try {
			Pattern pattern = Pattern.compile(proxies.strip());
			return STRANGERS.stream().allMatch((address) -> pattern.matcher(address).matches());
		}
		catch (PatternSyntaxException ex) {
			return false;
		}
	}

}
