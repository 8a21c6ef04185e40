package dev.mainstay.core.hardening.transport;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class DatabaseTlsCheckTests {

	private static final String REMOTE = "jdbc:postgresql://db.example.org/orders";

	private final DatabaseTlsCheck check = new DatabaseTlsCheck();

	private final ApplicationContextRunner plain = new ApplicationContextRunner();

	private final ApplicationContextRunner booted = this.plain
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class));

	@Test
	void aDriverThatOnlyPrefersTlsIsFoundWithItsPlace() {
		this.booted.withPropertyValues("spring.datasource.url=" + REMOTE + "?user=app")
			.run((context) -> assertThatLooking(this.check, context)
				.fails("dataSource (jdbc:postgresql://db.example.org): sslmode is not set")
				.at("test"));
	}

	@ParameterizedTest
	@ValueSource(strings = { REMOTE + "?sslmode=prefer", REMOTE + "?ssl=true&sslmode=disable",
			"jdbc:mysql://db.example.org/orders", "jdbc:mysql://db.example.org/orders?sslMode=PREFERRED",
			"jdbc:mysql://db.example.org/orders?useSSL=true", "jdbc:mariadb://db.example.org/orders",
			"jdbc:sqlserver://db.example.org;encrypt=false",
			"jdbc:sqlserver://db.example.org;trustServerCertificate=true" })
	void plainIsFound(String url) {
		with(url).run((context) -> assertThatLooking(this.check, context).fails("source"));
	}

	@ParameterizedTest
	@ValueSource(strings = { REMOTE + "?sslmode=verify-full", REMOTE + "?ssl=true", REMOTE + "?sslmode=require",
			REMOTE + "?socketFactory=com.google.cloud.sql.postgres.SocketFactory",
			"jdbc:mysql://db.example.org/orders?sslMode=VERIFY_IDENTITY",
			"jdbc:mysql://db.example.org/orders?useSSL=true&requireSSL=true",
			"jdbc:mariadb://db.example.org/orders?sslMode=verify-full", "jdbc:sqlserver://db.example.org;database=o",
			"jdbc:sqlserver://db.example.org;encrypt=strict;trustServerCertificate=true" })
	void encryptedPasses(String url) {
		with(url).run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whatThePoolTellsTheDriverPasses() {
		this.booted
			.withPropertyValues("spring.datasource.url=" + REMOTE,
					"spring.datasource.hikari.data-source-properties.sslmode=verify-full")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:postgresql://localhost/orders", "jdbc:postgresql:orders",
			"jdbc:postgresql://db/orders", "jdbc:h2:mem:orders", "jdbc:tc:postgresql:16:///orders" })
	void onADeskThereIsNothingToCheck(String url) {
		with(url).run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void aNeighbourOfAProductionIsFound() {
		with("jdbc:postgresql://db/orders").withPropertyValues("spring.profiles.active=prod")
			.run((context) -> assertThatLooking(this.check, context).fails("sslmode is not set"));
	}

	@Test
	void anApplicationWithoutDataSourceHasNothingToCheck() {
		this.plain.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	private ApplicationContextRunner with(String url) {
		return this.plain.withBean("source", DataSource.class, () -> new DriverManagerDataSource(url));
	}

}
