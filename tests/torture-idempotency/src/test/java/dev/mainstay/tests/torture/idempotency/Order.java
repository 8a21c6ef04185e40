package dev.mainstay.tests.torture.idempotency;

import java.util.Random;
import java.util.UUID;

/**
 * What is asked for; a repetition asks for exactly the same.
 *
 * @param key the name of the order, and its idempotency key
 * @param before how many milliseconds pass before its effect
 * @param after how many pass between its effect and its answer
 */
record Order(String key, int before, int after) {

	/** Longer than the lease, so that only a heartbeat keeps it. */
	private static final int LONG = 2400;

	private static final int SHORT = 150;

	/** Most take no time; some can be hit in the middle. */
	static Order random(Random random) {
		int kind = random.nextInt(200);
		int longest = (kind == 0) ? LONG : (kind < 50) ? SHORT : 0;
		int before = (longest > 0) ? random.nextInt(longest) : 0;
		return new Order(UUID.randomUUID().toString(), before, (longest > 0) ? (longest - before) : 0);
	}

	String json() {
		return "{\"key\":\"%s\",\"before\":%d,\"after\":%d}".formatted(this.key, this.before, this.after);
	}

}
