package dev.mainstay.core.hardening.data;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class ScriptInitializationCheckTests {

	private static final String ALWAYS = "spring.sql.init.mode=always";

	private static final String SCRIPT = "spring.sql.init.data-locations=optional:classpath:rows.sql";

	private final ScriptInitializationCheck check = new ScriptInitializationCheck();

	private final ApplicationContextRunner inMemory = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(DataSourceAutoConfiguration.class, DataSourceInitializationAutoConfiguration.class));

	private final ApplicationContextRunner real = this.inMemory
		.withPropertyValues("spring.datasource.url=jdbc:postgresql://db.example.org/orders");

	@Test
	void scriptsAtEveryStartAreFoundWithTheirPlace() {
		this.real.withPropertyValues(ALWAYS, SCRIPT)
			.run((context) -> assertThatLooking(this.check, context)
				.fails("spring.sql.init.mode=always on dataSource (jdbc:postgresql://db.example.org)")
				.at("test"));
	}

	@Test
	void theTablesOfALibraryAreFound() {
		this.real.withPropertyValues("spring.session.jdbc.initialize-schema=always")
			.withBean(JdbcSessionInitializer.class)
			.run((context) -> assertThatLooking(this.check, context)
				.fails("spring.session.jdbc.initialize-schema=always"));
	}

	@Test
	void withoutScriptsNothingRuns() {
		this.real.withPropertyValues(ALWAYS).run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void scriptsForEmbeddedDatabasesOnlyPass() {
		this.real.withPropertyValues(SCRIPT).run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aPropertyThatNobodyReadsPasses() {
		this.real.withPropertyValues("spring.batch.jdbc.initialize-schema=always")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aDatabaseInMemoryIsFilledEachTime() {
		this.inMemory.withPropertyValues(ALWAYS, SCRIPT)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	/** Named as that of the library, whose own is not here. */
	static class JdbcSessionInitializer extends DataSourceScriptDatabaseInitializer {

		JdbcSessionInitializer(DataSource dataSource) {
			super(dataSource, new DatabaseInitializationSettings());
		}

		@Override
		public boolean initializeDatabase() {
			return true;
		}

	}

}
