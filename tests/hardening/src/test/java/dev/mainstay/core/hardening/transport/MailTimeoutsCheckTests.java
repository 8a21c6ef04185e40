package dev.mainstay.core.hardening.transport;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class MailTimeoutsCheckTests {

	private static final String HOST = "spring.mail.host=mail.example.org";

	private static final String CONNECT = "spring.mail.properties[mail.smtp.connectiontimeout]=5000";

	private static final String READ = "spring.mail.properties[mail.smtp.timeout]=10000";

	private final MailTimeoutsCheck check = new MailTimeoutsCheck();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class));

	@Test
	void whatJakartaMailDoesUnaskedIsFound() {
		this.runner.withPropertyValues(HOST)
			.run((context) -> assertThatLooking(this.check, context).fails("mail.smtp.connectiontimeout is not set",
					"mail.smtp.timeout is not set for the mail server mail.example.org"));
	}

	@Test
	void theTimeoutsOfAnotherProtocolDoNotCount() {
		this.runner.withPropertyValues(HOST, CONNECT, READ, "spring.mail.protocol=smtps")
			.run((context) -> assertThatLooking(this.check, context).fails("mail.smtps.connectiontimeout",
					"mail.smtps.timeout"));
	}

	@Test
	void timeoutsPass() {
		this.runner.withPropertyValues(HOST, CONNECT, READ)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void timeoutsWrittenWithDotsPass() {
		this.runner
			.withPropertyValues(HOST, "spring.mail.properties.mail.smtp.connectiontimeout=5000",
					"spring.mail.properties.mail.smtp.timeout=10000")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anApplicationWithoutMailHasNothingToCheck() {
		this.runner.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
