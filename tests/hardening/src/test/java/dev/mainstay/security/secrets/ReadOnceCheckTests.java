package dev.mainstay.security.secrets;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class ReadOnceCheckTests {

	private final ReadOnceCheck check = new ReadOnceCheck();

	private final ApplicationContextRunner desk = new ApplicationContextRunner();

	private final ApplicationContextRunner production = this.desk
		.withPropertyValues("mainstay.hardening.production=true");

	@Test
	void aCertificateOutsideOfBundlesIsReadOnce() {
		this.production
			.withPropertyValues("server.ssl.certificate=/etc/tls/tls.crt",
					"management.server.ssl.key-store=/etc/tls/store.p12")
			.run((context) -> assertThatLooking(this.check, context).fails("server.ssl.certificate is in no SSL bundle",
					"management.server.ssl.key-store is in no SSL bundle"));
	}

	@Test
	void whatIsNotToBeReadAgainIsFound() {
		this.production.withPropertyValues("mainstay.security.secrets.reload=false", "server.ssl.bundle=web")
			.run((context) -> assertThatLooking(this.check, context).fails("mainstay.security.secrets.reload=false"));
	}

	@Test
	void aBundlePassesAndNothingIsNothingToCheck() {
		this.production.withPropertyValues("server.ssl.bundle=web")
			.run((context) -> assertThatLooking(this.check, context).passes());
		this.production.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		this.desk.withPropertyValues("server.ssl.certificate=/etc/tls/tls.crt")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
