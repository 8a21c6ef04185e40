package dev.mainstay.resilience.idempotency.redis;

import java.util.List;

import dev.mainstay.resilience.idempotency.UnreadableRecordException;

/**
 * What a script says that reads a record: a code, a time, and the record if there is one.
 *
 * @param parts the parts
 */
record RedisAnswer(List<Object> parts) {

	/** Whether there is no record but the caller's. */
	boolean isGranted() {
		return code() == 0;
	}

	long time() {
		return (Long) this.parts.get(1);
	}

	byte[] value() {
		if (code() < 0) {
			throw new UnreadableRecordException("What stands in Redis under the name of a record is none");
		}
		return (byte[]) this.parts.get(2);
	}

	RedisFrame frame() {
		return RedisFrame.read(value());
	}

	private long code() {
		return (Long) this.parts.get(0);
	}

}
