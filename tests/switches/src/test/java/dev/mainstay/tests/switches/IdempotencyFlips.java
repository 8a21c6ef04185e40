package dev.mainstay.tests.switches;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import static dev.mainstay.tests.switches.Service.VALID;
import static dev.mainstay.tests.switches.Service.code;
import static dev.mainstay.tests.switches.Service.header;

/**
 * The properties of the idempotency keys.
 */
final class IdempotencyFlips {

	private static final String PREFIX = "mainstay.idempotency.";

	/** A time-out answers for an operation that may go on. */
	private static final String SOON = "spring.mvc.async.request-timeout=200ms";

	private IdempotencyFlips() {
	}

	static List<Flip> all() {
		return Stream.of(whichRequests(), limits(), repetitions(), page(), ends()).flatMap(List::stream).toList();
	}

	private static List<Flip> whichRequests() {
		return List.of(flip("enabled", "false", IdempotencyFlips::first, "created", "missing"),
				flip("exclude-paths", "/orders", IdempotencyFlips::first, "created", "missing"),
				flip("routes", "[/orders]=required", (it) -> code(it.post("/orders", VALID)), "201",
						"idempotency-key-missing"),
				flip("strict", "true", (it) -> code(it.post("/orders", VALID, "Idempotency-Key", "bare")), "201",
						"idempotency-key-invalid"),
				flip("caller-headers", "X-Tenant", IdempotencyFlips::otherTenant, "replayed", "created"),
				flip("fingerprint", "canonical-json", (it) -> code(otherSpace(it)), "idempotency-key-reused", "201"));
	}

	private static List<Flip> limits() {
		return List.of(flip("max-request-size", "1B", IdempotencyFlips::first, "created", "unprotected"),
				flip("max-store-size", "1B", IdempotencyFlips::first, "created", "unprotected"),
				flip("max-entries", "1", IdempotencyFlips::second, "created", "unprotected"),
				flip("when-full", "refuse", (it) -> code(it.keyed("/orders", VALID)), "201",
						"idempotency-store-unavailable")
					.given(PREFIX + "max-store-size=1B"),
				flip("max-response-size", "1B", (it) -> code(it.repeated("/orders", VALID)), "201",
						"idempotency-response-not-replayable"));
	}

	private static List<Flip> repetitions() {
		return List.of(
				flip("ttl", "1ns", (it) -> state(it.repeated("/orders", VALID)), "replayed", "created")
					.given(PREFIX + "lease=1ns"),
				flip("rejected-ttl", "1ns", (it) -> state(it.repeated("/refused", "{}")), "replayed", "created"),
				flip("replayed-headers", "X-Warehouse", (it) -> header(it.repeated("/orders", VALID), "X-Warehouse"),
						"missing", "north"),
				flip("wait", "1s", IdempotencyFlips::waited, "at once", "waited").given(SOON),
				flip("max-waiters", "0", IdempotencyFlips::waited, "waited", "at once").given(SOON,
						PREFIX + "wait=1s"));
	}

	private static List<Flip> page() {
		return List.of(
				flip("policy-page.enabled", "false", (it) -> code(it.get("/mainstay/idempotency")), "200", "not-found"),
				flip("policy-page.path", "/keys",
						(it) -> header(it.post("/orders", VALID, "Idempotency-Key", "\""), "Link"),
						"</mainstay/idempotency>; rel=\"describedby\"; type=\"text/html\"",
						"</keys>; rel=\"describedby\"; type=\"text/html\""));
	}

	/** What becomes of a key whose operation failed, or may still be running. */
	private static List<Flip> ends() {
		return List.of(
				flip("lease", "1ns", (it) -> code(it.repeated("/late", "{}")), "idempotency-in-progress",
						"idempotency-outcome-unknown")
					.given(SOON),
				flip("on-abandoned", "re-execute", (it) -> code(it.repeated("/late", "{}")),
						"idempotency-outcome-unknown", "temporarily-overloaded")
					.given(SOON, PREFIX + "lease=1ns"),
				flip("after-failure", "release", Service::chargedAndRepeated, "idempotency-outcome-unknown",
						"internal-error"));
	}

	private static Flip flip(String property, String value, Function<Service, String> probe, String before,
			String after) {
		return Flip.of("idempotency." + property, value, probe, before, after);
	}

	private static String state(HttpResponse<String> answer) {
		return header(answer, "Idempotency-Status");
	}

	private static String first(Service service) {
		return state(service.keyed("/orders", VALID));
	}

	private static String second(Service service) {
		service.keyed("/orders", VALID);
		return state(service.keyed("/orders", VALID));
	}

	/** A time-out has answered the first request, which may still be running. */
	private static String waited(Service service) {
		String[] keyed = Service.withKey();
		service.post("/late", "{}", keyed);
		long start = System.nanoTime();
		service.post("/late", "{}", keyed);
		return (System.nanoTime() - start > 900_000_000) ? "waited" : "at once";
	}

	private static HttpResponse<String> otherSpace(Service service) {
		String[] keyed = Service.withKey();
		service.post("/orders", VALID, keyed);
		return service.post("/orders", " " + VALID, keyed);
	}

	private static String otherTenant(Service service) {
		String[] north = Service.withKey("X-Tenant", "north");
		service.post("/orders", VALID, north);
		return state(service.post("/orders", VALID, "X-Tenant", "south", north[2], north[3]));
	}

}
