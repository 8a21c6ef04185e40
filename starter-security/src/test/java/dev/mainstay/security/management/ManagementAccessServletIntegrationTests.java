package dev.mainstay.security.management;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

class ManagementAccessServletIntegrationTests extends AbstractManagementAccessIntegrationTests {

	ManagementAccessServletIntegrationTests() {
		super(SecuredServletApplication.class, WebApplicationType.SERVLET, "");
	}

	@Test
	void aRuleForTheManagementPathsWins() {
		assertAdmitted(scrapeAsUser(run(role("OPS"), "--test.chain=own-rule")));
	}

	@Test
	void aRuleForTheManagementPathsStillRefuses() {
		int port = run(role("USER"), "--test.chain=own-rule");
		assertThat(scrape(port).statusCode()).isEqualTo(401);
		assertThat(scrapeAsUser(port).statusCode()).isEqualTo(403);
	}

	@Test
	void aChainForTheManagementPathsWins() {
		assertAdmitted(scrapeAsUser(run(role("OPS"), "--test.chain=own-chain")));
	}

	@Test
	void aRuleForEveryPathIsNotOneForTheManagementPaths() {
		assertForbiddenByGuard(scrapeAsUser(run(role("OPS"), "--test.chain=any-request")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "one-segment", "single-page" })
	void aRuleForEveryPathOfADepthIsNotOneForTheManagementPaths(String chain) {
		assertForbiddenByGuard(scrapeAsUser(run(role("USER"), "--test.chain=" + chain)));
	}

	@Test
	void aRuleForWhatIsAroundTheBasePathIsNotOneForTheManagementPaths() {
		int port = run(role("USER"), "--test.chain=api", "--management.endpoints.web.base-path=/api/actuator");
		assertForbiddenByGuard(scrapeAsUser(port, "/api/actuator/prometheus"));
	}

	@Test
	void aRuleForWhatIsAroundTheServletPathIsNotOneForTheManagementPaths() {
		int port = run(role("USER"), "--test.chain=single-page", "--spring.mvc.servlet.path=/api");
		assertForbiddenByGuard(scrapeAsUser(port, "/api/actuator/prometheus"));
	}

	@Test
	void aRuleForTheEndpointsWinsWhereverTheyAre() {
		int port = run(role("OPS"), "--test.chain=endpoints", "--management.endpoints.web.base-path=/api/actuator",
				"--server.servlet.context-path=/app");
		assertAdmitted(scrapeAsUser(port, "/app/api/actuator/prometheus"));
	}

	@Test
	void aRuleForTheEndpointsWinsWithoutABasePath() {
		int port = run(role("OPS"), "--test.chain=endpoints", "--management.endpoints.web.base-path=/");
		assertAdmitted(scrapeAsUser(port, "/prometheus"));
	}

	@Test
	void aRuleForEveryPathIsNotOneForEndpointsWithoutABasePath() {
		int port = run(role("USER"), "--test.chain=single-page", "--management.endpoints.web.base-path=/",
				"--management.endpoints.web.path-mapping.prometheus=tools/prometheus");
		assertForbiddenByGuard(scrapeAsUser(port, "/tools/prometheus"));
	}

}
