package dev.mainstay.observability.slo.burn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The events of the last so many steps of time, in a ring. A step has at most four
 * billion events of a kind; more in a step are not told. Not thread-safe.
 */
final class Buckets {

	private static final long MOST = 0xFFFF_FFFFL;

	private final int[] good;

	private final int[] bad;

	private long last;

	Buckets(int size, long now) {
		this.good = new int[size];
		this.bad = new int[size];
		this.last = now;
	}

	/** A clock that is set back adds to the last step until it has caught up. */
	void add(long step, Events events) {
		advance(step);
		int index = index(this.last);
		this.good[index] = sum(this.good[index], events.good());
		this.bad[index] = sum(this.bad[index], events.bad());
	}

	private void advance(long step) {
		if (step - this.last >= this.good.length) {
			Arrays.fill(this.good, 0);
			Arrays.fill(this.bad, 0);
			this.last = step;
		}
		while (this.last < step) {
			this.last++;
			this.good[index(this.last)] = 0;
			this.bad[index(this.last)] = 0;
		}
	}

	/** The events of the last steps up to one, which has begun and may not be over. */
	Events last(long steps, long now) {
		advance(now);
		long good = 0;
		long bad = 0;
		for (long step = this.last; step > this.last - Math.min(steps, this.good.length); step--) {
			good += Integer.toUnsignedLong(this.good[index(step)]);
			bad += Integer.toUnsignedLong(this.bad[index(step)]);
		}
		return new Events(good, bad);
	}

	/** The steps in which there was something: the step, its good and its bad events. */
	List<long[]> kept() {
		List<long[]> kept = new ArrayList<>();
		for (long step = this.last - this.good.length + 1; step <= this.last; step++) {
			int index = index(step);
			if (this.good[index] != 0 || this.bad[index] != 0) {
				kept.add(new long[] { step, Integer.toUnsignedLong(this.good[index]),
						Integer.toUnsignedLong(this.bad[index]) });
			}
		}
		return kept;
	}

	/** Leaves out what is too old by now, or of a time that is not yet. */
	void restore(List<long[]> kept) {
		for (long[] each : kept) {
			if (each[0] <= this.last && each[0] > this.last - this.good.length) {
				int index = index(each[0]);
				this.good[index] = sum(this.good[index], each[1]);
				this.bad[index] = sum(this.bad[index], each[2]);
			}
		}
	}

	private int index(long step) {
		return (int) Math.floorMod(step, (long) this.good.length);
	}

	private static int sum(int unsigned, long added) {
		return (int) Math.min(MOST, Integer.toUnsignedLong(unsigned) + added);
	}

}
