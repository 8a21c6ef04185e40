package dev.mainstay.tests.switches;

import java.util.List;

import static dev.mainstay.tests.switches.Service.has;
import static dev.mainstay.tests.switches.Service.status;

/**
 * The properties of the observability starter.
 */
final class ObservabilityFlips {

	private ObservabilityFlips() {
	}

	static List<Flip> all() {
		return List.of(Flip.of("logging.enabled", "false", ObservabilityFlips::format, "JSON", "text"),
				Flip.of("logging.format", "text", ObservabilityFlips::format, "JSON", "text"),
				Flip.of("masking.enabled", "false", (it) -> shows(it, "password=hunter2"), "masked", "shown"),
				Flip.of("masking.keys", "loyalty", (it) -> shows(it, "loyalty=abc"), "shown", "masked"),
				Flip.of("access-log.enabled", "false", (it) -> it.logs("mainstay.access", () -> it.get("/page")),
						"there", "missing"),
				Flip.of("tracing.enabled", "false", (it) -> has(it.get("/ok"), "traceresponse"), "there", "missing"),
				Flip.of("telemetry.enabled", "false", (it) -> status(it.get("/actuator/prometheus")), "200", "404"));
	}

	private static String format(Service service) {
		return line(service).startsWith("{") ? "JSON" : "text";
	}

	private static String shows(Service service, String secret) {
		return line(service).contains(secret) ? "shown" : "masked";
	}

	private static String line(Service service) {
		return service.line("Looked at it", () -> service.get("/ok"));
	}

}
