package dev.mainstay.samples.policy;

import dev.mainstay.core.hardening.CheckStatus;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.SheetEntry;
import dev.mainstay.core.hardening.SheetKeeper;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service that has nothing of the policy but its jar.
 */
class PlatformPolicyTests {

	@Test
	void thePolicyHoldsWhereTheServiceSaysNothing() {
		try (ConfigurableApplicationContext context = run()) {
			assertThat(context.getEnvironment().getProperty("mainstay.mode")).isEqualTo("enforce");
			assertThat(entry(context, "POL-01").status()).isEqualTo(CheckStatus.PASS);
		}
	}

	@Test
	void anAttemptToWeakenWhatIsLockedIsAFindingWithBothPlaces() {
		try (ConfigurableApplicationContext context = run("--server.shutdown=immediate")) {
			Finding finding = entry(context, "POL-01").findings().get(0);
			assertThat(finding.evidence()).isEqualTo("server.shutdown=immediate, where the policy locks graceful");
			assertThat(finding.origin()).contains("\"server.shutdown\" from property source \"commandLineArgs\"")
				.contains("META-INF/mainstay/policy.properties] - 4:17");
		}
	}

	@Test
	void whatIsNotLockedIsADefaultThatTheServiceMayChange() {
		try (ConfigurableApplicationContext context = run("--mainstay.mode=report")) {
			assertThat(context.getEnvironment().getProperty("mainstay.mode")).isEqualTo("report");
			assertThat(entry(context, "POL-01").status()).isEqualTo(CheckStatus.PASS);
		}
	}

	@Test
	void theChecksOfThePlatformAreOnEverySheet() {
		try (ConfigurableApplicationContext context = run()) {
			assertThat(entry(context, "ACME-01").findings()).containsExactly(Finding.of("acme.owner is not set"));
		}
		try (ConfigurableApplicationContext context = run("--acme.owner=team-orders")) {
			assertThat(entry(context, "ACME-01").status()).isEqualTo(CheckStatus.PASS);
		}
	}

	private static SheetEntry entry(ConfigurableApplicationContext context, String id) {
		return context.getBean(SheetKeeper.class)
			.look()
			.entries()
			.stream()
			.filter((entry) -> entry.check().id().equals(id))
			.findFirst()
			.orElseThrow();
	}

	private static ConfigurableApplicationContext run(String... arguments) {
		return new SpringApplication(Service.class).run(arguments);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Service {

	}

}
