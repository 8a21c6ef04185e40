package dev.mainstay.core.hardening.data;

import javax.sql.DataSource;

import liquibase.integration.spring.SpringLiquibase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class DestructiveMigrationsCheckTests {

	private static final String REMOTE = "jdbc:postgresql://db.example.org/orders";

	private static final String LOCAL = "jdbc:postgresql://localhost/orders";

	private final DestructiveMigrationsCheck check = new DestructiveMigrationsCheck();

	/** Flyway itself does not look for the database before it migrates. */
	private final ApplicationContextRunner flyway = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class))
		.withBean(FlywayMigrationStrategy.class, () -> (flyway) -> {
		});

	@Test
	void aFlywayThatMayCleanIsFoundWithItsPlace() {
		this.flyway.withPropertyValues("spring.datasource.url=" + REMOTE, "spring.flyway.clean-disabled=false")
			.run((context) -> assertThatLooking(this.check, context)
				.fails("Flyway may clean the database (jdbc:postgresql://db.example.org)")
				.at("test"));
	}

	@Test
	void aFlywayAsItComesPasses() {
		this.flyway.withPropertyValues("spring.datasource.url=" + REMOTE)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void cleaningADatabaseOnTheDeskPasses() {
		this.flyway.withPropertyValues("spring.datasource.url=" + LOCAL, "spring.flyway.clean-disabled=false")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void cleaningItInProductionIsFoundWhereverItIs() {
		this.flyway
			.withPropertyValues("spring.datasource.url=" + LOCAL, "spring.flyway.clean-disabled=false",
					"spring.profiles.active=prod")
			.run((context) -> assertThatLooking(this.check, context).fails("Flyway may clean the database"));
	}

	@Test
	void aDatabaseInMemoryMayBeCleaned() {
		this.flyway.withPropertyValues("spring.flyway.clean-disabled=false", "spring.profiles.active=prod")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aLiquibaseThatDropsFirstIsFound() {
		SpringLiquibase liquibase = new SpringLiquibase() {
			@Override
			public void afterPropertiesSet() {
			}
		};
		liquibase.setDataSource(source());
		liquibase.setDropFirst(true);
		new ApplicationContextRunner().withBean(SpringLiquibase.class, () -> liquibase)
			.run((context) -> assertThatLooking(this.check, context).fails("Liquibase drops the database"));
	}

	@Test
	void aPropertyThatNobodyReadsIsNothingToCheck() {
		new ApplicationContextRunner().withPropertyValues("spring.flyway.clean-disabled=false")
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void aFlywayByHandIsAsked() {
		new ApplicationContextRunner()
			.withBean(Flyway.class, () -> Flyway.configure().dataSource(source()).cleanDisabled(false).load())
			.run((context) -> assertThatLooking(this.check, context).fails("Flyway may clean"));
	}

	private static DataSource source() {
		return new SimpleDriverDataSource(new org.postgresql.Driver(), REMOTE);
	}

}
