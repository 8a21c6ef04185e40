package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The databases in which idempotency keys can be kept.
 *
 * @since 0.1.0
 */
public enum JdbcDatabase {

	/**
	 * PostgreSQL, from version 9.5 on.
	 */
	POSTGRESQL("PostgreSQL", PostgresDialect::new),

	/**
	 * MySQL, from version 5.7 on.
	 */
	MYSQL("MySQL", MySqlDialect::new),

	/**
	 * MariaDB, from version 10.5 on.
	 */
	MARIADB("MariaDB", MariaDbDialect::new),

	/**
	 * H2, from version 2 on.
	 */
	H2("H2", H2Dialect::new);

	private final String product;

	private final Function<TableName, Dialect> dialect;

	JdbcDatabase(String product, Function<TableName, Dialect> dialect) {
		this.product = product;
		this.dialect = dialect;
	}

	/**
	 * Recognise a database by what its driver says of it.
	 * @param metaData of a connection
	 * @return the database, {@code null} if it is another one
	 * @throws SQLException if the driver does not say
	 */
	public static @Nullable JdbcDatabase of(DatabaseMetaData metaData) throws SQLException {
		String product = metaData.getDatabaseProductName();
		return Arrays.stream(values())
			.filter((database) -> database.product.equalsIgnoreCase(product))
			.findFirst()
			.orElse(null);
	}

	/**
	 * The name of the database.
	 * @return the name as its driver says it
	 */
	public String product() {
		return this.product;
	}

	/**
	 * The script that creates the table.
	 * @return a resource on the class path
	 */
	public String script() {
		return "dev/mainstay/resilience/idempotency/jdbc/schema-" + name().toLowerCase(Locale.ROOT) + ".sql";
	}

	Dialect dialect(TableName table) {
		return this.dialect.apply(table);
	}

}
