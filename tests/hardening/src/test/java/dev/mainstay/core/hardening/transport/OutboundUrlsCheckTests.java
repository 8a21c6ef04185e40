package dev.mainstay.core.hardening.transport;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class OutboundUrlsCheckTests {

	private final OutboundUrlsCheck check = new OutboundUrlsCheck();

	private final ApplicationContextRunner runner = new ApplicationContextRunner();

	@Test
	void aPlainUrlIsFoundWithoutItsPassword() {
		String secret = "hid" + "den";
		this.runner.withPropertyValues("payments.base-url=http://app:" + secret + "@pay.example.org/v1?key=" + secret)
			.run((context) -> assertThatLooking(this.check, context).fails("payments.base-url=http://pay.example.org")
				.at("test"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.http.serviceclient.payments.base-url", "app.paymentsUrl", "app.uris[0]",
			"management.otlp.tracing.endpoint" })
	void namesOfWhatIsCalledAreFound(String name) {
		this.runner.withPropertyValues(name + "=http://pay.example.org/{id}")
			.run((context) -> assertThatLooking(this.check, context).fails(name));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "https://pay.example.org", "http://localhost:8081", "http://127.0.0.1", "http://payments:8080",
					"http://payments.shop.svc.cluster.local", "${unknown}://pay.example.org", "http://${nowhere}/x" })
	void whatStaysOnTheDeskOrIsEncryptedPasses(String url) {
		this.runner.withPropertyValues("payments.base-url=" + url)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whatIsOverriddenPasses() {
		this.runner.withPropertyValues("payments.base-url=http://pay.example.org")
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("other", Map.of("payments.base-url", "https://pay.example.org"))))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@ParameterizedTest
	@ValueSource(strings = { "app.redirect-uri", "soap.namespace-uri", "app.homepage-url", "app.title" })
	void whatNobodyCallsIsNothingToCheck(String name) {
		this.runner.withPropertyValues(name + "=http://www.example.org")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
