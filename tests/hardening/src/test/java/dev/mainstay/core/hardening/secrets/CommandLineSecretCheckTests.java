package dev.mainstay.core.hardening.secrets;

import dev.mainstay.core.hardening.PropertyFile;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SimpleCommandLinePropertySource;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class CommandLineSecretCheckTests {

	private static final String SECRET = "hE7k" + "qZr29vTw";

	private final CommandLineSecretCheck check = new CommandLineSecretCheck();

	private final ApplicationContextRunner production = new ApplicationContextRunner()
		.withPropertyValues("mainstay.hardening.production=true");

	@Test
	void aSecretArgumentIsFoundWithoutItsValue() {
		started(this.production, "--server.port=0", "--spring.datasource.password=" + SECRET)
			.run((context) -> assertThatLooking(this.check, context)
				.fails("spring.datasource.password is an argument on the command line (12 characters)"));
	}

	@Test
	void aKeyIsFoundWhateverItIsCalled() {
		started(this.production, "--app.greeting=" + "gh" + "p_q7Rt2Vx9Zb4Nm6Lk8Jh3Gf5Ds1Pa0WoEiUyT")
			.run((context) -> assertThatLooking(this.check, context).fails("app.greeting"));
	}

	@Test
	void otherArgumentsPass() {
		started(this.production, "--spring.datasource.username=orders", "--app.api-key=${API_KEY}",
				"--app.token-validity=36000000s", "import", "--debug")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aSecretOfAFileIsNoArgument() {
		started(this.production, "--server.port=0")
			.withInitializer(PropertyFile.outside("spring.datasource.password=" + SECRET))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void withoutArgumentsOrOnADeskThereIsNothingToCheck() {
		this.production.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		started(new ApplicationContextRunner(), "--spring.datasource.password=" + SECRET)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	private static ApplicationContextRunner started(ApplicationContextRunner runner, String... arguments) {
		return runner.withInitializer((context) -> context.getEnvironment()
			.getPropertySources()
			.addFirst(new SimpleCommandLinePropertySource(arguments)));
	}

}
