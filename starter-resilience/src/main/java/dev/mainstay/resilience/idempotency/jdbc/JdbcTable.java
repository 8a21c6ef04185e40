package dev.mainstay.resilience.idempotency.jdbc;

/**
 * Where the records are.
 *
 * @param database the database
 * @param name the table
 * @since 0.1.0
 */
public record JdbcTable(JdbcDatabase database, TableName name) {

	Dialect dialect() {
		return this.database.dialect(this.name);
	}

}
