package dev.mainstay.observability.errorgroups;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many failures there were since the start, by group. Those of the first hundred
 * groups are told apart, so that no storm of distinct failures makes meters without end;
 * the others are counted together, and the sum is exact. Thread-safe.
 *
 * @since 0.1.0
 */
public final class FailureCounts {

	private static final int CAPACITY = 100;

	private static final String OTHER = "other";

	private final Map<String, Count> counts = new ConcurrentHashMap<>();

	private final LongAdder others = new LongAdder();

	private final List<Meters> meters = new ArrayList<>();

	void add(String fingerprint, String type) {
		Count count = this.counts.get(fingerprint);
		((count != null) ? count.value() : begin(fingerprint, type)).increment();
	}

	private synchronized LongAdder begin(String fingerprint, String type) {
		Count present = this.counts.get(fingerprint);
		if (present != null || this.counts.size() >= CAPACITY) {
			return (present != null) ? present.value() : this.others;
		}
		Count count = new Count(type, new LongAdder());
		this.meters.forEach((each) -> each.begin(fingerprint, type, count.value()));
		this.counts.put(fingerprint, count);
		return count.value();
	}

	/**
	 * Make meters of the counts, now and as they begin.
	 * @param each called for each count, the one of the others first
	 */
	public synchronized void measure(Meters each) {
		each.begin(OTHER, OTHER, this.others);
		this.counts.forEach((fingerprint, count) -> each.begin(fingerprint, count.type(), count.value()));
		this.meters.add(each);
	}

	/**
	 * Makes a meter of a count.
	 *
	 * @since 0.1.0
	 */
	@FunctionalInterface
	public interface Meters {

		/**
		 * Called once for each count, before anything is counted.
		 * @param fingerprint the group
		 * @param type the type of its failures
		 * @param count the count
		 */
		void begin(String fingerprint, String type, LongAdder count);

	}

	private record Count(String type, LongAdder value) {

	}

}
