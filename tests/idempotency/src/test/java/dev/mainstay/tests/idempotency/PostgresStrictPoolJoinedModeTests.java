package dev.mainstay.tests.idempotency;

/**
 * On PostgreSQL behind pools whose isolation is as strict as it gets.
 */
class PostgresStrictPoolJoinedModeTests extends PostgresJoinedModeTests {

	@Override
	String[] poolProperties() {
		return new String[] { "spring.datasource.hikari.transaction-isolation=TRANSACTION_SERIALIZABLE" };
	}

}
