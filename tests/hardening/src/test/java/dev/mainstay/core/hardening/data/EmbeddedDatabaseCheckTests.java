package dev.mainstay.core.hardening.data;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class EmbeddedDatabaseCheckTests {

	private static final String PRODUCTION = "spring.profiles.active=prod";

	private final EmbeddedDatabaseCheck check = new EmbeddedDatabaseCheck();

	private final ApplicationContextRunner plain = new ApplicationContextRunner();

	private final ApplicationContextRunner booted = this.plain
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class));

	@Test
	void theDatabaseOfADeskIsFoundInProduction() {
		this.booted.withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context).fails("dataSource (jdbc:h2:mem:"));
	}

	@Test
	void aDatabaseOfSpringBehindAWrapperIsFound() {
		this.plain.withPropertyValues(PRODUCTION)
			.withUserConfiguration(Wrapped.class)
			.run((context) -> assertThatLooking(this.check, context).fails("wrapped (in memory)"));
	}

	@Test
	void onADeskItIsNothingToFind() {
		this.booted.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void aServerOfTheSameVendorPasses() {
		this.booted
			.withPropertyValues(PRODUCTION, "spring.datasource.url=jdbc:h2:tcp://db.example.org/mem:orders",
					"spring.datasource.driver-class-name=org.h2.Driver")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aScratchPadBesideARealDatabasePasses() {
		this.plain.withPropertyValues(PRODUCTION)
			.withUserConfiguration(ScratchPad.class)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whatCannotBeSeenIsUnknown() {
		this.plain.withPropertyValues(PRODUCTION)
			.withBean("jndi", DataSource.class, () -> new SimpleDriverDataSource())
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void anApplicationWithoutDataSourceHasNothingToCheck() {
		this.plain.withPropertyValues(PRODUCTION)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Configuration(proxyBeanMethods = false)
	static class Wrapped {

		@Bean
		DataSource wrapped() {
			return new LazyConnectionDataSourceProxy(
					new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2).build());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ScratchPad {

		@Bean
		DataSource orders() {
			return new SimpleDriverDataSource(new org.h2.Driver(), "jdbc:h2:tcp://db.example.org/orders");
		}

		@Bean(defaultCandidate = false)
		DataSource scratch() {
			return new SimpleDriverDataSource(new org.h2.Driver(), "jdbc:h2:mem:scratch");
		}

	}

}
