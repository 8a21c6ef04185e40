package dev.mainstay.tests.switches;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import static dev.mainstay.tests.switches.Service.has;
import static dev.mainstay.tests.switches.Service.header;
import static dev.mainstay.tests.switches.Service.status;

/**
 * The properties of the observability starter.
 */
final class ObservabilityFlips {

	private static final String NO_BUDGET = "mainstay.tracing.sampling.traces-per-second=0";

	private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-";

	private static final String NO_SHARE = "mainstay.tracing.sampling.ratio=0";

	private static final String BURST = "mainstay.logging.storm.burst=1";

	private ObservabilityFlips() {
	}

	static List<Flip> all() {
		return Stream.of(logging(), masking(), tracing(), objectives(), errorGroups()).flatMap(List::stream).toList();
	}

	private static List<Flip> logging() {
		return List.of(Flip.of("logging.enabled", "false", ObservabilityFlips::format, "JSON", "text"),
				Flip.of("logging.format", "text", ObservabilityFlips::format, "JSON", "text"),
				Flip.of("logging.storm.enabled", "false", ObservabilityFlips::failures, "1", "3").given(BURST),
				Flip.of("logging.storm.burst", "1", ObservabilityFlips::failures, "3", "1"),
				Flip.of("logging.storm.window", "1s", ObservabilityFlips::summary, "missing", "there").given(BURST),
				Flip.of("logging.async.enabled", "true", (it) -> writer(), "missing", "there"),
				Flip.of("logging.text.stack-trace", "lines", ObservabilityFlips::frames, "folded",
						"on lines of their own")
					.given("mainstay.logging.format=text"),
				Flip.of("logging.max-line-size", "4KB",
						(it) -> it.logs("\"truncated\":true", () -> it.get("/" + "x".repeat(5000))), "missing",
						"there"));
	}

	private static List<Flip> masking() {
		return List.of(Flip.of("masking.enabled", "false", (it) -> shows(it, "password=hunter2"), "masked", "shown"),
				Flip.of("masking.keys", "loyalty", (it) -> shows(it, "loyalty=abc"), "shown", "masked"),
				Flip.of("masking.email", "keep", (it) -> shows(it, "bob@example.org"), "masked", "shown"),
				Flip.of("masking.warn-unmasked", "false", (it) -> it.hasLogged("are not masked: a made-up"), "there",
						"missing")
					.given("logging.pattern.console=%m%n"),
				Flip.of("access-log.enabled", "false", (it) -> it.logs("\"mainstay.access\"", () -> it.get("/page")),
						"there", "missing"),
				Flip.of("access-log.sampling", "0", (it) -> it.logs("\"mainstay.access\"", () -> it.get("/page")),
						"there", "missing"),
				Flip.of("access-log.slow-threshold", "1ns", ObservabilityFlips::slow, "missing", "there"),
				Flip.of("access-log.slow-thresholds", "[/page]=1ns", ObservabilityFlips::slow, "missing", "there"));
	}

	private static List<Flip> tracing() {
		return List.of(
				Flip.of("tracing.enabled", "false", (it) -> has(it.get("/ok"), "traceresponse"), "there", "missing"),
				Flip.of("telemetry.enabled", "false", (it) -> status(it.get("/actuator/prometheus")), "200", "404"),
				Flip.of("tracing.background.enabled", "false", ObservabilityFlips::countsRejections, "counts",
						"does not"),
				Flip.of("telemetry.endpoint", "http://127.0.0.1:9", ObservabilityFlips::export, "not set",
						"everything"),
				Flip.of("tracing.sampling.enabled", "false", (it) -> flag(it, "01"), "00", "01")
					.given(NO_BUDGET, NO_SHARE),
				Flip.of("tracing.sampling.traces-per-second", "0", (it) -> flag(it), "01", "00").given(NO_SHARE),
				Flip.of("tracing.sampling.ratio", "1", (it) -> flag(it), "00", "01")
					.given("management.tracing.sampling.probability=0"),
				Flip.of("tracing.sampling.keep-slow", "false", ObservabilityFlips::kept, "some", "none")
					.given(NO_BUDGET, NO_SHARE, "mainstay.access-log.slow-threshold=1ns",
							"management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:9/v1/traces"));
	}

	private static List<Flip> objectives() {
		return List.of(Flip.of("slo.enabled", "false", (it) -> status(it.get("/actuator/slo")), "200", "404"),
				Flip.of("slo.objectives", ".pages.availability=99", ObservabilityFlips::objective, "missing", "there"));
	}

	private static String objective(Service service) {
		return service.get("/actuator/prometheus").body().contains("slo=\"pages\"") ? "there" : "missing";
	}

	private static List<Flip> errorGroups() {
		return List.of(
				Flip.of("error-groups.enabled", "false", (it) -> status(it.get("/actuator/errorgroups")), "200", "404"),
				Flip.of("error-groups.max-groups", "1",
						(it) -> it.get("/actuator/errorgroups").body().contains("\"max\":1,") ? "one" : "more", "more",
						"one"),
				Flip.of("error-groups.max-requests", "0", (it) -> status(failed(it)), "200", "404"),
				Flip.of("error-groups.events", "0", ObservabilityFlips::events, "there", "missing"),
				Flip.of("error-groups.max-event-size", "1KB", ObservabilityFlips::events, "there", "missing"));
	}

	/** What is known of a request that failed. */
	private static HttpResponse<String> failed(Service service) {
		service.get("/failing", "X-Request-Id", "flipped");
		return service.get("/actuator/errorgroups/flipped");
	}

	private static String events(Service service) {
		return failed(service).body().contains("Failed GET /failing") ? "there" : "missing";
	}

	private static String slow(Service service) {
		return service.logs("\"slow\":true", () -> service.get("/page"));
	}

	/** Whether the trace of a request is exported, with or without the wish for it. */
	private static String flag(Service service, String... wish) {
		String[] headers = (wish.length > 0) ? new String[] { "traceparent", PARENT + wish[0] } : new String[0];
		String response = header(service.get("/ok", headers), "traceresponse");
		return response.substring(response.length() - 2);
	}

	/** An end is told after the answer, so that of the last one may come later. */
	private static String kept(Service service) {
		for (int i = 0; i < 5; i++) {
			service.get("/ok");
		}
		String metrics = service.get("/actuator/prometheus").body();
		return metrics.contains("sampling_traces_total{decision=\"kept\"} 0.0") ? "none" : "some";
	}

	private static String format(Service service) {
		return line(service).startsWith("{") ? "JSON" : "text";
	}

	private static String countsRejections(Service service) {
		return service.get("/actuator/prometheus").body().contains("mainstay_background_rejected_total") ? "counts"
				: "does not";
	}

	private static String shows(Service service, String secret) {
		return line(service).contains(secret) ? "shown" : "masked";
	}

	private static String export(Service service) {
		return service.get("/actuator/mainstay").body().contains("traces, metrics, logs") ? "everything" : "not set";
	}

	private static String line(Service service) {
		return service.line("Looked at it", () -> service.get("/ok"));
	}

	/** How many of three failures are logged. */
	private static String failures(Service service) {
		return String.valueOf(service.lines("Failed GET /failing", () -> {
			service.get("/failing");
			service.get("/failing");
			return service.get("/failing");
		}));
	}

	private static String summary(Service service) {
		return service.logs("were suppressed within 1 s", () -> {
			service.get("/failing");
			return service.get("/failing");
		});
	}

	/** Whether a thread writes the lines of the console. */
	private static String writer() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.anyMatch((thread) -> thread.getName().equals("mainstay-log-CONSOLE")) ? "there" : "missing";
	}

	private static String frames(Service service) {
		return service.line("Failed GET /failing", () -> service.get("/failing")).contains(" | at ") ? "folded"
				: "on lines of their own";
	}

}
