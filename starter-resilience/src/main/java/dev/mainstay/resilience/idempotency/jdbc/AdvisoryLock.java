package dev.mainstay.resilience.idempotency.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import dev.mainstay.resilience.idempotency.Operation;

/**
 * The advisory lock of PostgreSQL that ends with the transaction. It is named by 64 bits:
 * two operations whose names collide cannot run at the same time, and that is all. The
 * row is read by a statement of its own, in the same trip: its snapshot is younger than
 * the lock, so that it sees what the last one who had the lock has committed.
 */
final class AdvisoryLock extends JoinedLock {

	private final TableName table;

	AdvisoryLock(TableName table) {
		this.table = table;
	}

	@Override
	String claim(String row, String source, boolean always) {
		return "select pg_try_advisory_xact_lock(?); select " + row + " from " + source;
	}

	@Override
	Object name(Operation operation) {
		try {
			byte[] name = (this.table + "/" + operation.recordKey()).getBytes(StandardCharsets.UTF_8);
			return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name)).getLong();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
