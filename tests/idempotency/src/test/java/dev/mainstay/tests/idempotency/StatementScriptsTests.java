package dev.mainstay.tests.idempotency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever migrates his database gets the table that the script creates.
 */
class StatementScriptsTests {

	private static final String JDBC = "dev/mainstay/resilience/idempotency/jdbc/";

	private static String text(String path) throws IOException {
		return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
	}

	@ParameterizedTest
	@EnumSource
	void theMigrationOfFlywayIsTheScript(JdbcDatabase database) throws IOException {
		String name = database.name().toLowerCase(Locale.ROOT);
		assertThat(text(JDBC + "flyway/" + name + "/R__mainstay_idempotency.sql")).isEqualTo(text(database.script()));
	}

	@ParameterizedTest
	@EnumSource
	void theChangeLogOfLiquibaseHasTheScript(JdbcDatabase database) throws IOException {
		String name = database.name().toLowerCase(Locale.ROOT);
		assertThat(text(JDBC + "liquibase.xml")).containsOnlyOnce("dbms=\"" + name + "\"")
			.containsOnlyOnce("<sqlFile path=\"schema-" + name + ".sql\" relativeToChangelogFile=\"true\"/>");
	}

	@Test
	void liquibaseCreatesTheSameTableInPostgres() throws Exception {
		try (HikariDataSource pool = PostgresServer.pool()) {
			createsTheSameTable(pool, JdbcDatabase.POSTGRESQL, "current_schema()");
		}
	}

	@Test
	void liquibaseCreatesTheSameTableInMariaDb() throws Exception {
		try (HikariDataSource pool = MariaDbPool.open()) {
			createsTheSameTable(pool, JdbcDatabase.MARIADB, "database()");
		}
	}

	@Test
	void liquibaseCreatesTheSameTableInH2() throws Exception {
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setJdbcUrl("jdbc:h2:mem:scripts");
			createsTheSameTable(pool, JdbcDatabase.H2, "current_schema()");
		}
	}

	private static void createsTheSameTable(DataSource source, JdbcDatabase database, String schema) throws Exception {
		Stores.createTable(source, database);
		List<String> expected = table(source, schema);
		assertThat(expected).hasSizeGreaterThan(7);
		new JdbcTemplate(source).execute("drop table mainstay_idempotency");
		try {
			migrate(source);
			assertThat(table(source, schema)).isEqualTo(expected);
		}
		finally {
			new JdbcTemplate(source).execute("drop table if exists databasechangelog");
			new JdbcTemplate(source).execute("drop table if exists databasechangeloglock");
			Stores.createTable(source, database);
		}
	}

	/** The columns in their order, and what is indexed. */
	private static List<String> table(DataSource source, String schema) throws SQLException {
		List<String> columns = new JdbcTemplate(source)
			.queryForList("select concat(column_name, ' ', data_type, ' ', is_nullable, ' ', "
					+ "coalesce(character_maximum_length, 0), ' ', coalesce(datetime_precision, 0)) "
					+ "from information_schema.columns where lower(table_name) = 'mainstay_idempotency' "
					+ "and table_schema = " + schema + " order by ordinal_position", String.class);
		return Stream.concat(columns.stream(), indexed(source).stream()).toList();
	}

	private static List<String> indexed(DataSource source) throws SQLException {
		List<String> indexed = new ArrayList<>();
		try (Connection connection = source.getConnection()) {
			String name = connection.getMetaData().storesUpperCaseIdentifiers() ? "MAINSTAY_IDEMPOTENCY"
					: "mainstay_idempotency";
			try (ResultSet indexes = connection.getMetaData()
				.getIndexInfo(connection.getCatalog(), connection.getSchema(), name, false, false)) {
				while (indexes.next()) {
					indexed.add("index on " + indexes.getString("COLUMN_NAME") + ", unique: "
							+ !indexes.getBoolean("NON_UNIQUE"));
				}
			}
		}
		assertThat(indexed).isNotEmpty();
		return indexed;
	}

	private static void migrate(DataSource source) throws Exception {
		try (Connection connection = source.getConnection()) {
			Database database = DatabaseFactory.getInstance()
				.findCorrectDatabaseImplementation(new JdbcConnection(connection));
			Scope.child(Scope.Attr.resourceAccessor, new ClassLoaderResourceAccessor(),
					() -> new CommandScope(UpdateCommandStep.COMMAND_NAME)
						.addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
						.addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, JDBC + "liquibase.xml")
						.execute());
		}
	}

}
