package dev.mainstay.tests.switches;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static dev.mainstay.tests.switches.Service.status;

/**
 * The properties of the hardening sheet.
 */
final class HardeningFlips {

	private static final String SHEET = "/actuator/hardening";

	private HardeningFlips() {
	}

	static List<Flip> all() {
		return List.of(Flip.of("hardening.enabled", "false", (it) -> status(it.get(SHEET)), "200", "404"),
				Flip.of("hardening.production", "true", (it) -> statusOf(it, "OPS-03"), "not-applicable", "fail"),
				Flip.of("hardening.probes", "true", (it) -> statusOf(it, "ERR-05"), "not-applicable", "pass"),
				Flip.of("hardening.evidence", ".on-call.date=" + LocalDate.now(), (it) -> statusOf(it, "OPS-08"),
						"not-applicable", "pass"));
	}

	private static String statusOf(Service service, String id) {
		Matcher matcher = Pattern.compile("\"id\":\"" + id + "\".*?\"status\":\"([a-z-]+)\"")
			.matcher(service.get(SHEET).body());
		return matcher.find() ? matcher.group(1) : "missing";
	}

}
