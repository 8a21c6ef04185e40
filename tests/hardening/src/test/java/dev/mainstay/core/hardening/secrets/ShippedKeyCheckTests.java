package dev.mainstay.core.hardening.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.PropertyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class ShippedKeyCheckTests {

	private static final String MIXED = "q7Rt2Vx9Zb4Nm6Lk8Jh3Gf5Ds1Pa0WoEiUyTcXv";

	private static final String AWS = "AK" + "IA" + "Q7RT2VX5ZB4NM6LK";

	private final ShippedKeyCheck check = new ShippedKeyCheck();

	private final ApplicationContextRunner runner = new ApplicationContextRunner();

	static Stream<String> keys() {
		return Stream.of(AWS, "Bea" + "rer " + MIXED, "gh" + "p_" + MIXED.substring(0, 36),
				"gl" + "pat-" + MIXED.substring(0, 20), "ey" + "J" + MIXED + ".ey" + MIXED + "." + MIXED,
				"sk_" + "live_" + MIXED,
				"-----BEGIN " + "PRIVATE KEY-----\n" + MIXED + MIXED + "\n-----END " + "PRIVATE KEY-----",
				Base64.getEncoder()
					.encodeToString(("-----BEGIN " + "PRIVATE KEY-----\n" + MIXED + MIXED + "\n")
						.getBytes(StandardCharsets.US_ASCII)),
				Base64.getEncoder().encodeToString(("key: " + AWS).getBytes(StandardCharsets.US_ASCII)),
				"abc8" + "Q~" + MIXED.substring(0, 34), "S" + "K0123456789abcdef0123456789abcdef",
				"https://u:gh" + "p_" + MIXED.substring(0, 36) + "@github.com/acme/orders");
	}

	static Stream<String> others() {
		return Stream.of("AK" + "IA" + "IOSFODNN7EXAMPLE", "AK" + "IA" + "AAAAAAAAAAAAAAAA", "Bearer ${TOKEN}",
				"Bearer", "sk_" + "test_" + MIXED, "-----BEGIN PUBLIC KEY-----\n" + MIXED + MIXED,
				"a bearer of good news", MIXED, "-----BEGIN CERTIFICATE-----\n" + MIXED + MIXED, "${API_KEY}",
				"eyJhbGciOi");
	}

	@ParameterizedTest
	@MethodSource("keys")
	void aKeyInsideTheApplicationIsFoundWithItsLine(String key) {
		this.runner.withInitializer(PropertyFile.inside("app.greeting=" + key))
			.run((context) -> assertThatLooking(this.check, context).fails("app.greeting contains a")
				.at("[application.properties] - 1:1"));
	}

	@Test
	void aKeyThatIsOverriddenIsKnownAllTheSame() {
		this.runner.withPropertyValues("app.api-key=other")
			.withInitializer(PropertyFile.inside("app.api-key=" + AWS))
			.run((context) -> assertThatLooking(this.check, context)
				.fails("app.api-key contains an AWS access key (20 characters)"));
	}

	@ParameterizedTest
	@MethodSource("others")
	void whatOnlyLooksLikeAKeyPasses(String text) {
		this.runner.withInitializer(PropertyFile.inside("app.greeting=" + text))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aKeyOutsideTheApplicationPasses() {
		this.runner.withPropertyValues("app.api-key=" + AWS)
			.withInitializer(PropertyFile.outside("app.other-key=" + AWS))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

}
