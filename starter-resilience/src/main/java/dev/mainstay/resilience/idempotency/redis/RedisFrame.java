package dev.mainstay.resilience.idempotency.redis;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32;

import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.Outcome;
import dev.mainstay.resilience.idempotency.OutcomeFormat;
import dev.mainstay.resilience.idempotency.UnreadableRecordException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a record. All of it but the end has a fixed place, so that a script can
 * compare and set without reading more than the prefix:
 *
 * <pre>
 *  0  2  "I1", whose record it is, and the version of this table
 *  2  1  'o' open, or 'd' done
 *  3  8  the number of the owner's token; the prefix ends here
 * 11  6  since when, in milliseconds of Redis' clock
 *
 * open:                                done:
 * 17  6  when the lease ends           17  4  the CRC-32 of what follows 37
 * 23 16  the digest of the fingerprint 21 16  the digest of the fingerprint
 * 39  6  the lease                     37     the end, see OutcomeFormat
 * </pre>
 *
 * @param open whether the operation has no end yet
 * @param token the token of the owner
 * @param deadline when the lease ends
 * @param outcome the end, {@code null} if there is none
 */
record RedisFrame(boolean open, RedisToken token, long deadline, @Nullable Outcome outcome) {

	static final int FINGERPRINT_LENGTH = 16;

	static final int OPEN_LENGTH = 45;

	private static final int PREFIX_LENGTH = 11;

	private static final int DONE_LENGTH = 37;

	private static final byte[] MAGIC = { 'I', '1' };

	/** No owner's: an operator has said how it ended. */
	private static final byte[] NOBODY = new byte[RedisToken.NUMBER_LENGTH];

	static byte[] openPrefix(byte[] number) {
		return prefix('o', number);
	}

	static byte[] donePrefix(byte[] number) {
		return prefix('d', number);
	}

	private static byte[] prefix(char state, byte[] number) {
		return ByteBuffer.allocate(PREFIX_LENGTH).put(MAGIC).put((byte) state).put(number).array();
	}

	/** A digest is cut to what no two bodies of one caller have in common by accident. */
	static byte[] digestOf(String fingerprint) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(fingerprint.getBytes(StandardCharsets.UTF_8));
			return Arrays.copyOf(digest, FINGERPRINT_LENGTH);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	static byte[] done(RedisToken token, Outcome outcome) {
		return done(token.number(), token, outcome);
	}

	/** The same operation, ended by somebody who is not its owner. */
	byte[] resolved(Outcome outcome) {
		return done(NOBODY, this.token, outcome);
	}

	private static byte[] done(byte[] number, RedisToken token, Outcome outcome) {
		byte[] end = OutcomeFormat.write(outcome);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(DONE_LENGTH + end.length);
		bytes.writeBytes(donePrefix(number));
		bytes.writeBytes(six(token.since()));
		bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(checksum(end)).array());
		bytes.writeBytes(token.fingerprint());
		bytes.writeBytes(end);
		return bytes.toByteArray();
	}

	private static byte[] six(long number) {
		return Arrays.copyOfRange(ByteBuffer.allocate(Long.BYTES).putLong(number).array(), 2, Long.BYTES);
	}

	private static long six(byte[] bytes, int offset) {
		byte[] eight = new byte[Long.BYTES];
		System.arraycopy(bytes, offset, eight, 2, 6);
		return ByteBuffer.wrap(eight).getLong();
	}

	private static int checksum(byte[] end) {
		CRC32 crc = new CRC32();
		crc.update(end);
		return (int) crc.getValue();
	}

	/** Whether bytes are the beginning of a record without an end. */
	static boolean isOpen(byte[] bytes) {
		return bytes.length == OPEN_LENGTH && startsWithMagic(bytes) && bytes[2] == 'o';
	}

	private static boolean startsWithMagic(byte[] bytes) {
		return bytes[0] == MAGIC[0] && bytes[1] == MAGIC[1];
	}

	static RedisFrame read(byte[] bytes) {
		if (bytes.length < DONE_LENGTH || !startsWithMagic(bytes)) {
			throw new UnreadableRecordException("What stands in Redis under the name of a record is none");
		}
		if (isOpen(bytes)) {
			return new RedisFrame(true, token(bytes, 23), six(bytes, 17), null);
		}
		byte[] end = Arrays.copyOfRange(bytes, DONE_LENGTH, bytes.length);
		if (bytes[2] != 'd' || ByteBuffer.wrap(bytes).getInt(17) != checksum(end)) {
			throw new UnreadableRecordException("A record in Redis is damaged");
		}
		return new RedisFrame(false, token(bytes, 21), 0, OutcomeFormat.read(end));
	}

	private static RedisToken token(byte[] bytes, int fingerprint) {
		return new RedisToken(Arrays.copyOfRange(bytes, 3, PREFIX_LENGTH),
				Arrays.copyOfRange(bytes, fingerprint, fingerprint + FINGERPRINT_LENGTH), six(bytes, 11));
	}

	boolean isAbandoned(long now) {
		return this.open && this.deadline <= now;
	}

	Duration age(long now) {
		return Duration.ofMillis(Math.max(0, now - this.token.since()));
	}

	ClaimResult answer(byte[] fingerprint, long now) {
		if (!Arrays.equals(this.token.fingerprint(), fingerprint)) {
			return new ClaimResult.Mismatch();
		}
		if (this.outcome != null) {
			return new ClaimResult.Completed(this.outcome);
		}
		return isAbandoned(now) ? new ClaimResult.Abandoned(this.token.text()) : new ClaimResult.InProgress(age(now));
	}

}
