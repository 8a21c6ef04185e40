package dev.mainstay.core.hardening.input;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.security.web.firewall.DefaultHttpFirewall;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Compares the firewalls of an application with the one that it would have without them.
 * Links to Spring Security.
 */
final class Firewalls {

	private Firewalls() {
	}

	static List<Finding> relaxed(InspectedApplication application) {
		return application.namedBeans(HttpFirewall.class)
			.entrySet()
			.stream()
			.map(Firewalls::relaxed)
			.filter((evidence) -> !evidence.isEmpty())
			.map(Finding::of)
			.toList();
	}

	private static String relaxed(Map.Entry<String, HttpFirewall> bean) {
		if (bean.getValue() instanceof DefaultHttpFirewall) {
			return bean.getKey() + " is a DefaultHttpFirewall";
		}
		if (bean.getValue() instanceof StrictHttpFirewall firewall) {
			TreeSet<String> missing = new TreeSet<>(new StrictHttpFirewall().getEncodedUrlBlocklist());
			missing.removeAll(firewall.getEncodedUrlBlocklist());
			missing.removeIf((each) -> each.chars().anyMatch(Character::isISOControl));
			return missing.isEmpty() ? "" : bean.getKey() + " lets through " + String.join(" ", missing);
		}
		return "";
	}

}
