package dev.mainstay.tests.switches;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The properties of the outgoing calls.
 */
final class HttpClientFlips {

	private static final String NO_RETRIES = "mainstay.http-client.retry.enabled=false";

	private static final String NO_FLOOR = "mainstay.http-client.retry.budget.floor=0";

	private static final String ONE_CALL = "mainstay.http-client.circuit-breaker.minimum-calls=1";

	private HttpClientFlips() {
	}

	static List<Flip> all() {
		return Stream.concat(calls().stream(), retries().stream()).toList();
	}

	private static List<Flip> calls() {
		return List.of(flip("enabled", "false", (it) -> it.calls("/503"), "3", "1"),
				flip("connect-timeout", "1ms", Service::patience, "2 s or more", "less").given(NO_RETRIES),
				flip("response-timeout", "200ms", (it) -> it.outcome("/200-late-head"), "200", "504"),
				flip("idle-timeout", "200ms", (it) -> it.outcome("/200-late-body"), "200", "504"),
				flip("attempt-timeout", "200ms", (it) -> it.outcome("/200-late-body"), "200", "504"),
				flip("total-timeout", "200ms", (it) -> it.outcome("/200-late-head"), "200", "504"),
				flip("rate-limit.calls", "1", (it) -> it.callsOfTwo("/200"), "2", "1")
					.given("mainstay.http-client.rate-limit.period=1h"),
				flip("rate-limit.period", "1ms", (it) -> it.callsOfTwo("/200"), "1", "2")
					.given("mainstay.http-client.rate-limit.calls=1"),
				flip("breaker", "enforce", (it) -> it.callsOfTwo("/500"), "2", "1").given(ONE_CALL),
				flip("circuit-breaker.minimum-calls", "1", (it) -> it.callsOfTwo("/500"), "2", "1")
					.given("mainstay.http-client.breaker=enforce"),
				flip("retry.max-not-before", "0s", (it) -> it.callsOfTwo("/503-retry-after"), "1", "2")
					.given("mainstay.http-client.retry.max-retry-after=0s"),
				flip("fallback.degraded-header", "X-Stale", (it) -> Service.has(it.get("/degraded"), "X-Stale"),
						"missing", "there"));
	}

	private static List<Flip> retries() {
		return List.of(flip("retry.enabled", "false", (it) -> it.calls("/503"), "3", "1"),
				flip("retry.max-retries", "1", (it) -> it.calls("/503"), "3", "2"),
				flip("retry.base-delay", "1000d", (it) -> it.calls("/503"), "3", "1")
					.given("mainstay.http-client.retry.max-delay=1000d"),
				flip("retry.max-retry-after", "0s", (it) -> it.calls("/503-retry-after"), "3", "1"),
				flip("retry.max-elapsed", "1ns", (it) -> it.calls("/503"), "3", "1"),
				flip("retry.retry-on-500", "true", (it) -> it.calls("/500"), "1", "3"),
				flip("retry.budget.floor", "0", (it) -> it.calls("/503"), "3", "1"),
				flip("retry.budget.ratio", "1", (it) -> it.calls("/503"), "1", "2").given(NO_FLOOR),
				flip("retry.budget.window", "1ns", (it) -> it.callsOfTwo("/503"), "3", "4")
					.given("mainstay.http-client.retry.budget.floor=1", "mainstay.http-client.retry.max-retries=1"));
	}

	private static Flip flip(String property, String value, Function<Service, String> probe, String before,
			String after) {
		return Flip.of("http-client." + property, value, probe, before, after);
	}

}
