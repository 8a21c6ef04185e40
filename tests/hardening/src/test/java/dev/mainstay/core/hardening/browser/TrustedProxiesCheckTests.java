package dev.mainstay.core.hardening.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class TrustedProxiesCheckTests {

	private static final String NATIVE = "server.forward-headers-strategy=native";

	private static final String PROXIES = "server.tomcat.remoteip.internal-proxies=";

	private final TrustedProxiesCheck check = new TrustedProxiesCheck();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner();

	@ParameterizedTest
	@ValueSource(strings = { ".*", "0.0.0.0/0", "10.0.0.0/8, ::/0", "\\d+\\.\\d+\\.\\d+\\.\\d+" })
	void everybodyIsFound(String proxies) {
		this.runner.withPropertyValues(NATIVE, PROXIES + proxies)
			.run((context) -> assertThatLooking(this.check, context).fails("internal-proxies=").at("test"));
	}

	@Test
	void trustedProxiesAreFoundOnAPlatform() {
		this.runner
			.withPropertyValues("spring.main.cloud-platform=kubernetes", "server.tomcat.remoteip.trusted-proxies=.*")
			.run((context) -> assertThatLooking(this.check, context).fails("trusted-proxies=.*"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.20.0.0/16", "10\\.\\d+\\.\\d+\\.\\d+", "not a (pattern" })
	void knownProxiesPass(String proxies) {
		this.runner.withPropertyValues(NATIVE, PROXIES + proxies)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void theProxiesOfSpringBootPass() {
		this.runner.withPropertyValues(NATIVE).run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whereNobodyReadsTheHeadersThereIsNothingToCheck() {
		this.runner.withPropertyValues(PROXIES + ".*")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		this.runner.withClassLoader(new FilteredClassLoader("org.apache.catalina"))
			.withPropertyValues(NATIVE, PROXIES + ".*")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
