package dev.mainstay.resilience.idempotency.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import dev.mainstay.resilience.idempotency.Operation;

/**
 * The advisory lock of PostgreSQL that ends with the transaction. It is named by 64 bits:
 * two operations whose names collide cannot run at the same time, and that is all.
 */
final class AdvisoryLock extends JoinedLock {

	private final TableName table;

	AdvisoryLock(TableName table) {
		this.table = table;
	}

	@Override
	String tried(boolean always) {
		return "pg_try_advisory_xact_lock(?)";
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
