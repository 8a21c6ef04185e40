package dev.mainstay.security.management;

import org.junit.jupiter.api.Test;

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
		assertRefusedByGuard(scrapeAsUser(run(role("OPS"), "--test.chain=any-request")));
	}

}
