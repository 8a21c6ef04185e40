package dev.mainstay.security.secrets.jdbc;

import java.time.Duration;
import java.util.List;

import com.zaxxer.hikari.util.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * Credentials that a database has not admitted yet. For one thread.
 */
final class PendingLogin {

	private static final long FIRST_WAIT = Duration.ofSeconds(10).toNanos();

	/**
	 * Databases lock accounts after some failures in a row, ten for Oracle. This makes
	 * seven in the twenty minutes after a change and three in each half hour later, in
	 * which a pool renews its own connections.
	 */
	private static final long LONGEST_WAIT = Duration.ofMinutes(10).toNanos();

	private final List<Credentials> candidates;

	private long next;

	private long wait = FIRST_WAIT;

	private boolean hasFailed;

	PendingLogin(List<Credentials> candidates, long now) {
		this.candidates = candidates;
		this.next = now;
	}

	List<Credentials> candidates() {
		return this.candidates;
	}

	@Nullable Credentials last() {
		return this.candidates.isEmpty() ? null : this.candidates.get(0);
	}

	boolean isDue(long now) {
		return now - this.next >= 0;
	}

	/** Whether this is the first time. */
	boolean failed(long now) {
		boolean first = !this.hasFailed;
		this.hasFailed = true;
		this.next = now + this.wait;
		this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
		return first;
	}

}
