package dev.mainstay.core.hardening.data;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class QueryTimeoutCheckTests {

	private static final String URL = "spring.datasource.url=jdbc:postgresql://db.example.org/orders";

	private final QueryTimeoutCheck check = new QueryTimeoutCheck();

	private final ApplicationContextRunner inMemory = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
				TransactionManagerCustomizationAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class));

	private final ApplicationContextRunner real = this.inMemory.withPropertyValues(URL);

	@Test
	void whatBootDoesUnaskedIsFound() {
		this.real.run((context) -> assertThatLooking(this.check, context)
			.fails("dataSource (jdbc:postgresql://db.example.org): no time-out"));
	}

	@Test
	void aTimeoutOfZeroIsNone() {
		this.real.withPropertyValues(URL + "?socketTimeout=0")
			.run((context) -> assertThatLooking(this.check, context).fails("no time-out"));
	}

	@Test
	void aTimeoutOfTransactionsPasses() {
		passesWith("spring.transaction.default-timeout=30s");
	}

	@Test
	void aTimeoutOfTheTemplatePasses() {
		passesWith("spring.jdbc.template.query-timeout=10s");
	}

	@Test
	void aTimeoutOfTheDriverPasses() {
		passesWith(URL + "?ApplicationName=a&socketTimeout=60");
		passesWith("spring.datasource.hikari.data-source-properties.socketTimeout=60");
	}

	@Test
	void aTimeoutOfTheDatabasePasses() {
		passesWith("spring.datasource.hikari.connection-init-sql=set statement_timeout = '30s'");
		passesWith(URL + "?options=-c%20statement_timeout=30000");
	}

	@Test
	void aTimeoutOfJpaPasses() {
		this.real.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
			.withPropertyValues("spring.jpa.properties.jakarta.persistence.query.timeout=10000",
					"spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false",
					"spring.jpa.database=postgresql")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aPropertyThatNobodyReadsIsNoTimeout() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.withPropertyValues(URL, "spring.jdbc.template.query-timeout=10s")
			.run((context) -> assertThatLooking(this.check, context).fails("no time-out"));
	}

	@Test
	void aDatabaseInMemoryNeedsNone() {
		this.inMemory.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	private void passesWith(String... properties) {
		this.real.withPropertyValues(properties).run((context) -> assertThatLooking(this.check, context).passes());
	}

}
