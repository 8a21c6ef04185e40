package dev.mainstay.tests.switches;

import java.util.List;

/**
 * The properties of the core starter on what a body may be.
 */
final class InputFlips {

	private static final String CREATED = "201";

	private static final String MALFORMED = "malformed-request";

	private static final String LONG = "a".repeat(5000);

	/** Made once: a probe that knows its body equals itself only. */
	private static final List<Flip> ALL = List.of(
			refuses("limits.body-size", "10B", "{\"customer\":\"customer\"}", "payload-too-large"),
			refuses("limits.large-body", "10B", "{\"customer\":\"customer\"}", "payload-too-large")
				.given("mainstay.validation.large-body=enforce"),
			refuses("large-body", "enforce", "{\"customer\":\"customer\"}", "payload-too-large")
				.given("mainstay.validation.limits.large-body=10B"),
			Flip.of("validation.compressed-body", "enforce",
					(it) -> Service.code(it.post("/orders", Service.VALID, "Content-Encoding", "br")), CREATED,
					"unsupported-media-type"),
			refuses("limits.json-depth", "1", "{\"customer\":\"c\",\"x\":[1]}", MALFORMED),
			refuses("limits.json-tokens", "3", Service.VALID, MALFORMED),
			refuses("limits.json-string-length", "1000", "{\"customer\":\"" + LONG + "\"}", MALFORMED),
			refuses("limits.json-name-length", "1000", "{\"customer\":\"c\",\"" + LONG + "\":1}", MALFORMED),
			refuses("limits.json-number-length", "5", "{\"customer\":\"c\",\"x\":1234567}", MALFORMED),
			refuses("limits.json-exponent", "5", "{\"customer\":\"c\",\"x\":1e9}", MALFORMED),
			Flip.of("validation.limits.json-nul", "true", (it) -> post(it, "{\"customer\":\"\\u0000\"}"), MALFORMED,
					CREATED),
			refuses("unknown-properties", "enforce", "{\"customer\":\"c\",\"x\":1}", MALFORMED),
			refuses("duplicate-properties", "enforce", "{\"customer\":\"c\",\"customer\":\"d\"}", MALFORMED),
			refuses("scalar-coercion", "enforce", "{\"customer\":1}", MALFORMED),
			refuses("enum-ordinals", "enforce", "{\"customer\":\"c\",\"kind\":1}", MALFORMED),
			refuses("null-elements", "enforce", "{\"customer\":\"c\",\"tags\":[null]}", MALFORMED),
			refuses("control-characters", "enforce", "{\"customer\":\"\\u0007\"}", MALFORMED));

	private InputFlips() {
	}

	static List<Flip> all() {
		return ALL;
	}

	private static Flip refuses(String property, String value, String body, String code) {
		return Flip.of("validation." + property, value, (it) -> post(it, body), CREATED, code);
	}

	private static String post(Service service, String body) {
		return Service.code(service.post("/orders", body));
	}

}
