package dev.mainstay.resilience.idempotency.jdbc;

import dev.mainstay.resilience.idempotency.Retention;

import org.springframework.jdbc.core.JdbcOperations;

/**
 * How transactions of the application reach the records.
 *
 * @param jdbc asks on the connection of the transaction
 * @param lock keeps others from an operation that runs
 * @param statements read and write the records
 * @param retention for how long they are kept
 */
record JoinedTable(JdbcOperations jdbc, JoinedLock lock, JoinedStatements statements, Retention retention) {

}
