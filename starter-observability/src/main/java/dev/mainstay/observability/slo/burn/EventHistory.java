package dev.mainstay.observability.slo.burn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The events of an objective over its window: by the minute for three days, and for all
 * of a longer window by the 720th part of it, which is an hour for 30 days. Takes some 40
 * KB. Not thread-safe.
 */
final class EventHistory {

	static final Duration BY_MINUTE = Duration.ofDays(3);

	private static final int PARTS = 720;

	private static final int SECONDS = 60;

	private final Buckets minutes;

	private final Buckets parts;

	private final Duration part;

	private Events total = Events.NONE;

	EventHistory(Duration window, Instant now) {
		this.part = partOf(window);
		this.minutes = new Buckets((int) BY_MINUTE.toMinutes(), minute(now));
		this.parts = new Buckets(PARTS, part(now));
	}

	/** In whole minutes, so that a part never begins within one. */
	private static Duration partOf(Duration window) {
		return Duration.ofMinutes(Math.max(1, (window.toMinutes() + PARTS - 1) / PARTS));
	}

	/**
	 * Note how many events there were up to a time.
	 */
	void note(Events upToNow, Instant now) {
		Events added = upToNow.minus(this.total);
		this.total = upToNow;
		this.minutes.add(minute(now), added);
		this.parts.add(part(now), added);
	}

	/**
	 * The events of a time up to now. The minute or part that has begun is a whole one of
	 * that time.
	 */
	Events last(Duration time, Instant now) {
		if (time.compareTo(BY_MINUTE) <= 0) {
			return this.minutes.last((time.toSeconds() + SECONDS - 1) / SECONDS, minute(now));
		}
		return this.parts.last((time.toMinutes() + this.part.toMinutes() - 1) / this.part.toMinutes(), part(now));
	}

	List<long[]> minutes() {
		return this.minutes.kept();
	}

	List<long[]> parts() {
		return this.parts.kept();
	}

	/** Add what an earlier process has counted. */
	void restore(List<long[]> minutes, List<long[]> parts) {
		this.minutes.restore(minutes);
		this.parts.restore(parts);
	}

	private static long minute(Instant now) {
		return Math.floorDiv(now.getEpochSecond(), SECONDS);
	}

	private long part(Instant now) {
		return Math.floorDiv(minute(now), this.part.toMinutes());
	}

}
