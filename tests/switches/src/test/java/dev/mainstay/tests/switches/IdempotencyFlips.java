package dev.mainstay.tests.switches;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Function;

import static dev.mainstay.tests.switches.Service.VALID;
import static dev.mainstay.tests.switches.Service.code;
import static dev.mainstay.tests.switches.Service.header;

/**
 * The properties of the idempotency keys.
 */
final class IdempotencyFlips {

	private static final String PREFIX = "mainstay.idempotency.";

	private IdempotencyFlips() {
	}

	static List<Flip> all() {
		return List.of(flip("enabled", "false", IdempotencyFlips::first, "created", "missing"),
				flip("exclude-paths", "/orders", IdempotencyFlips::first, "created", "missing"),
				flip("max-request-size", "1B", IdempotencyFlips::first, "created", "unprotected"),
				flip("max-store-size", "1B", IdempotencyFlips::first, "created", "unprotected"),
				flip("max-entries", "1", IdempotencyFlips::second, "created", "unprotected"),
				flip("when-full", "refuse", (it) -> code(it.keyed("/orders", VALID)), "201",
						"idempotency-store-unavailable")
					.given(PREFIX + "max-store-size=1B"),
				flip("routes", "[/orders]=required", (it) -> code(it.post("/orders", VALID)), "201",
						"idempotency-key-missing"),
				flip("wait", "1s", IdempotencyFlips::waited, "at once", "waited")
					.given("spring.mvc.async.request-timeout=200ms"),
				flip("max-waiters", "0", IdempotencyFlips::waited, "waited", "at once")
					.given("spring.mvc.async.request-timeout=200ms", PREFIX + "wait=1s"),
				flip("fingerprint", "canonical-json", (it) -> code(otherSpace(it)), "idempotency-key-reused", "201"),
				flip("policy-page.enabled", "false", (it) -> Service.code(it.get("/mainstay/idempotency")), "200",
						"not-found"),
				flip("policy-page.path", "/keys",
						(it) -> header(it.post("/orders", VALID, "Idempotency-Key", "\""), "Link"),
						"</mainstay/idempotency>; rel=\"describedby\"; type=\"text/html\"",
						"</keys>; rel=\"describedby\"; type=\"text/html\""),
				flip("ttl", "1ns", (it) -> state(it.repeated("/orders", VALID)), "replayed", "created")
					.given(PREFIX + "lease=1ns"),
				flip("rejected-ttl", "1ns", (it) -> state(it.repeated("/refused", "{}")), "replayed", "created"),
				flip("max-response-size", "1B", (it) -> code(it.repeated("/orders", VALID)), "201",
						"idempotency-response-not-replayable"),
				flip("replayed-headers", "X-Warehouse", (it) -> header(it.repeated("/orders", VALID), "X-Warehouse"),
						"missing", "north"),
				flip("strict", "true", (it) -> code(it.post("/orders", VALID, "Idempotency-Key", "bare")), "201",
						"idempotency-key-invalid"),
				flip("caller-headers", "X-Tenant", IdempotencyFlips::otherTenant, "replayed", "created"),
				flip("lease", "1ns", (it) -> code(it.repeated("/late", "{}")), "idempotency-in-progress",
						"idempotency-outcome-unknown")
					.given("spring.mvc.async.request-timeout=200ms"),
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
