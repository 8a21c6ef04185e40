package dev.mainstay.tests.idempotency;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.InMemoryIdempotencyStore;
import dev.mainstay.resilience.idempotency.autoconfigure.IdempotencyAutoConfiguration;
import dev.mainstay.resilience.idempotency.autoconfigure.JdbcIdempotencyAutoConfiguration;
import dev.mainstay.resilience.idempotency.jdbc.JdbcIdempotencyCleanup;
import dev.mainstay.resilience.idempotency.jdbc.JdbcIdempotencyStore;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.jdbc.datasource.AbstractDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which store is taken.
 */
class StoreSelectionTests {

	private static final String SCRIPT = "spring.sql.init.schema-locations=classpath:dev/mainstay/resilience/idempotency/"
			+ "jdbc/schema-h2.sql";

	private final WebApplicationContextRunner bare = new WebApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(IdempotencyAutoConfiguration.class, JdbcIdempotencyAutoConfiguration.class));

	private final WebApplicationContextRunner runner = this.bare
		.withPropertyValues("spring.datasource.generate-unique-name=true")
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceInitializationAutoConfiguration.class));

	private static Class<?> store(AssertableWebApplicationContext context) {
		assertThat(context).hasNotFailed();
		return context.getBean(IdempotencyStore.class).getClass();
	}

	@Test
	void aDatabaseWithoutOurTableMeansMemoryAndStaysAsItIs() {
		this.runner.run((context) -> {
			assertThat(store(context)).isEqualTo(InMemoryIdempotencyStore.class);
			assertThat(context.getBean(JdbcIdempotencyCleanup.class).isRunning()).isFalse();
			try (Connection connection = context.getBean(DataSource.class).getConnection();
					ResultSet tables = connection.getMetaData().getTables(null, null, "%IDEMPOTENCY%", null)) {
				assertThat(tables.next()).isFalse();
			}
		});
	}

	@Test
	void aTableThatTheApplicationCreatesIsTaken() {
		this.runner.withPropertyValues(SCRIPT).run((context) -> {
			assertThat(store(context)).isEqualTo(JdbcIdempotencyStore.class);
			assertThat(context.getBean(IdempotencyStore.class)).hasToString("H2, table mainstay_idempotency");
			assertThat(context.getBean(JdbcIdempotencyCleanup.class).isRunning()).isTrue();
		});
	}

	@Test
	void anEmbeddedDatabaseGetsTheTableWhereItIsAskedFor() {
		this.runner
			.withPropertyValues("mainstay.idempotency.store=jdbc", "mainstay.idempotency.jdbc.table=public.keys_x")
			.run((context) -> {
				assertThat(store(context)).isEqualTo(JdbcIdempotencyStore.class);
				assertThat(context.getBean(IdempotencyStore.class)).hasToString("H2, table public.keys_x");
			});
	}

	@Test
	void withStoreMemoryTheDatabaseIsNotLookedAt() {
		this.runner.withPropertyValues(SCRIPT, "mainstay.idempotency.store=memory").run((context) -> {
			assertThat(store(context)).isEqualTo(InMemoryIdempotencyStore.class);
			assertThat(context).doesNotHaveBean(JdbcIdempotencyAutoConfiguration.class);
		});
	}

	@Test
	void aStoreThatIsAskedForAndNotReadyStopsTheStart() {
		assertFails(this.bare.withPropertyValues("mainstay.idempotency.store=jdbc"), "there is no DataSource");
		assertFails(
				this.runner.withPropertyValues("mainstay.idempotency.store=jdbc",
						"mainstay.idempotency.jdbc.initialize-schema=never"),
				"there is no table mainstay_idempotency in the database (H2)", "schema-h2.sql");
		assertFails(
				this.runner.withPropertyValues("mainstay.idempotency.store=jdbc")
					.withClassLoader(new FilteredClassLoader(DataSourceScriptDatabaseInitializer.class)),
				"spring-boot-starter-jdbc");
		assertFails(this.bare
			.withPropertyValues("mainstay.idempotency.store=jdbc", "mainstay.idempotency.jdbc.initialize-schema=never")
			.withBean(DataSource.class, BrokenDataSource::new), "could not be asked", "no driver today");
		assertFails(this.bare.withPropertyValues("mainstay.idempotency.jdbc.table=keys; drop table users"),
				"mainstay.idempotency.jdbc.table");
	}

	private static void assertFails(WebApplicationContextRunner runner, String... words) {
		runner.run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).rootCause().isInstanceOf(InvalidPropertyException.class);
			for (String word : words) {
				assertThat(context.getStartupFailure()).hasStackTraceContaining(word);
			}
		});
	}

	@Test
	void aDatabaseThatCannotBeAskedFailsNoStart() {
		this.bare.withBean(DataSource.class, BrokenDataSource::new)
			.run((context) -> assertThat(store(context)).isEqualTo(InMemoryIdempotencyStore.class));
	}

	@Test
	void withoutOurPartsThereIsMemory() {
		this.runner.withPropertyValues(SCRIPT)
			.withClassLoader(new FilteredClassLoader(DataSourceScriptDatabaseInitializer.class))
			.run((context) -> assertThat(store(context)).isEqualTo(InMemoryIdempotencyStore.class));
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(JdbcIdempotencyAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	/**
	 * Of a database that is down.
	 */
	static final class BrokenDataSource extends AbstractDataSource {

		@Override
		public Connection getConnection() throws SQLException {
			throw new SQLException("no driver today");
		}

		@Override
		public Connection getConnection(String user, String password) throws SQLException {
			throw new SQLException("no driver today");
		}

	}

}
