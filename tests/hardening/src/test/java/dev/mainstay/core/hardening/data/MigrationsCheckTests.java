package dev.mainstay.core.hardening.data;

import liquibase.integration.spring.SpringLiquibase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class MigrationsCheckTests {

	private final MigrationsCheck check = new MigrationsCheck();

	private final ApplicationContextRunner inMemory = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class));

	private final ApplicationContextRunner real = this.inMemory
		.withPropertyValues("spring.datasource.url=jdbc:postgresql://db.example.org/orders?user=app");

	@Test
	void aRealDatabaseWithoutMigrationsIsFound() {
		this.real.withClassLoader(new FilteredClassLoader(Flyway.class, SpringLiquibase.class))
			.run((context) -> assertThatLooking(this.check, context)
				.fails("dataSource (jdbc:postgresql://db.example.org): neither Flyway nor Liquibase is a bean"));
	}

	@Test
	void aLibraryThatNobodyRunsIsFound() {
		this.real.run((context) -> assertThatLooking(this.check, context)
			.fails("although org.flywaydb.core.Flyway is on the class path"));
	}

	@Test
	void aFlywayByHandPasses() {
		this.real.withBean(Flyway.class, () -> Flyway.configure().load())
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void migrationsThatRunElsewherePass() {
		this.real.withPropertyValues("spring.flyway.enabled=false")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aSwitchOfALibraryThatIsNotThereSaysNothing() {
		this.real.withPropertyValues("spring.flyway.enabled=false")
			.withClassLoader(new FilteredClassLoader(Flyway.class, SpringLiquibase.class))
			.run((context) -> assertThatLooking(this.check, context).fails("neither Flyway nor Liquibase"));
	}

	@Test
	void aDatabaseInMemoryNeedsNone() {
		this.inMemory.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void whatIsNotCreatedYetIsUnknown() {
		this.real
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void anApplicationWithoutDataSourceHasNothingToCheck() {
		new ApplicationContextRunner().run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

}
