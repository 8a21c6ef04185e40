package dev.mainstay.core.hardening.secrets;

import java.util.Map;

import dev.mainstay.core.hardening.PropertyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class CredentialInUrlCheckTests {

	private static final String PASSWORD = "hE7k" + "qZr2";

	private final CredentialInUrlCheck check = new CredentialInUrlCheck();

	private final ApplicationContextRunner runner = new ApplicationContextRunner();

	@ParameterizedTest
	@ValueSource(strings = { "amqp://orders:%s@broker:5672/", "mongodb://orders:%s@db1,db2/orders",
			"redis://:%s@cache:6379", "https://orders:%s@partner.example.com/api",
			"jdbc:mysql://orders:%s@db:3306/orders", "jdbc:postgresql://db/orders?user=orders&password=%s",
			"jdbc:sqlserver://db:1433;databaseName=orders;password=%s;encrypt=true" })
	void aUrlWithAPasswordIsFound(String url) {
		this.runner.withInitializer(PropertyFile.outside("app.url=" + String.format(url, PASSWORD)))
			.run((context) -> assertThatLooking(this.check, context).fails("app.url is a URL with a password")
				.at("application.properties] - 1:1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "amqp://orders@broker", "amqp://orders:${PASSWORD}@broker", "https://db:8443/a@b",
			"jdbc:postgresql://db/orders?user=orders&password=${PASSWORD}", "jdbc:postgresql://db/orders",
			"https://example.com/?next=user:name@host", "mailto:user@example.com", "git@github.com:acme/orders.git",
			"jdbc:oracle:thin:@//db:1521/orders", "amqp://guest:guest@localhost:5672", "http://u:p@127.0.0.1:8080/x",
			"jdbc:mysql://localhost:3306/orders?password=root" })
	void whatOnlyLooksLikeOnePasses(String url) {
		this.runner.withInitializer(PropertyFile.inside("app.url=" + url))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whatStandsBehindTheColonOfAPlaceholderIsAPassword() {
		String url = "app.url=jdbc:postgresql://db/orders?user=orders&password=${LEDGER_PASSWORD:" + PASSWORD + "}";
		this.runner.withInitializer(PropertyFile.inside(url))
			.run((context) -> assertThatLooking(this.check, context).fails("app.url is a URL with a password"));
		this.runner.withInitializer(PropertyFile.inside(url))
			.withPropertyValues("LEDGER_PASSWORD=" + PASSWORD)
			.run((context) -> assertThatLooking(this.check, context).passes());
		this.runner.withInitializer(PropertyFile.inside("app.url=amqp://orders:${BROKER_PASSWORD:}@broker"))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aServiceOnTheSameMachineCountsInProduction() {
		this.runner.withPropertyValues("mainstay.hardening.production=true")
			.withInitializer(PropertyFile.inside("app.url=amqp://orders:" + PASSWORD + "@localhost"))
			.run((context) -> assertThatLooking(this.check, context).fails("app.url"));
	}

	@Test
	void anEnvironmentVariableMayHoldOneThatIsNoJdbcUrl() {
		Map<String, Object> variables = Map.of("HTTP_PROXY", "http://orders:" + PASSWORD + "@proxy:3128",
				"SPRING_DATASOURCE_URL", "jdbc:postgresql://db/orders?password=" + PASSWORD);
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("variables-systemEnvironment", variables)))
			.run((context) -> assertThatLooking(this.check, context).fails("spring.datasource.url"));
	}

}
