package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;

import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.OutcomeFormat;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the table for an operation, or the token alone of a row that was just
 * inserted. Times were compared by the database.
 *
 * @param token whose it is
 * @param fingerprint what it was asked to do, {@code null} for a row just inserted
 * @param leaseOver whether its owner has been silent for too long
 * @param expired whether it is as good as gone
 * @param age since it began
 * @param outcome how it ended, {@code null} if it has not
 */
record ClaimedRow(byte[] token, byte @Nullable [] fingerprint, boolean leaseOver, boolean expired, Duration age,
		byte @Nullable [] outcome) {

	static ClaimedRow read(ResultSet row) throws SQLException {
		return new ClaimedRow(row.getBytes(1), row.getBytes(2), row.getBoolean(3), row.getBoolean(4),
				Duration.ofMillis(Math.max(0, row.getLong(5))), row.getBytes(6));
	}

	boolean isOf(byte[] other) {
		return Arrays.equals(this.token, other);
	}

	ClaimResult answer(byte[] asked) {
		if (!Arrays.equals(this.fingerprint, asked)) {
			return new ClaimResult.Mismatch();
		}
		if (this.outcome != null) {
			return new ClaimResult.Completed(OutcomeFormat.read(this.outcome));
		}
		return this.leaseOver ? new ClaimResult.Abandoned(Tokens.toText(this.token))
				: new ClaimResult.InProgress(this.age);
	}

}
