package dev.mainstay.resilience.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * A clock that nobody sets: a breaker that is open for five seconds is so, whatever the
 * time of the day does.
 */
final class MonotonicClock extends Clock {

	private final LongSupplier nanoTime;

	MonotonicClock(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

	@Override
	public Instant instant() {
		return Instant.EPOCH.plusNanos(this.nanoTime.getAsLong());
	}

}
