package dev.mainstay.benchmarks.calls;

import java.time.Duration;
import java.util.Locale;

/**
 * What a dependency gets that was well for two minutes, so that the budget is full, and
 * then fails every call: the worst that the longer window allows.
 *
 * @param library who made the requests
 * @param perSecond how many there were in a second
 * @param firstMinute calls for a request in the first minute of the outage
 * @param secondMinute the same in the second
 * @param tenMinutes the same in the first ten
 * @param worstTenSeconds the most calls for a request in any ten seconds
 * @param worstTwoMinutes the same in any two minutes
 */
record Outage(Library library, int perSecond, double firstMinute, double secondMinute, double tenMinutes,
		double worstTenSeconds, double worstTwoMinutes) {

	static final String HEADER = "library,requests_per_second,first_minute,second_minute,ten_minutes,"
			+ "worst_10_seconds,worst_2_minutes";

	private static final Duration WELL = Duration.ofMinutes(2);

	private static final int MINUTES = 10;

	static Outage of(Library library, int perSecond) {
		Timeline time = new Timeline();
		FailingDependency dependency = new FailingDependency(time, () -> (time.now() > WELL.toNanos()) ? 100 : 0, 1);
		long[] calls = new long[MINUTES + 1];
		for (int minute = 0; minute <= MINUTES; minute++) {
			int ended = minute;
			time.after(WELL.plusMinutes(minute), () -> calls[ended] = dependency.calls());
		}
		Duration all = WELL.plusMinutes(MINUTES);
		AmplificationRow.requests(time, library.caller(time, dependency), perSecond, all);
		time.run();
		double aMinute = 60.0 * perSecond;
		return new Outage(library, perSecond, (calls[1] - calls[0]) / aMinute, (calls[2] - calls[1]) / aMinute,
				(calls[MINUTES] - calls[0]) / (MINUTES * aMinute), 1 + dependency.mostInTenSeconds(),
				1 + dependency.mostInTwoMinutes());
	}

	String csv() {
		return String.format(Locale.ROOT, "%s,%d,%.3f,%.3f,%.3f,%.3f,%.3f", this.library.id(), this.perSecond,
				this.firstMinute, this.secondMinute, this.tenMinutes, this.worstTenSeconds, this.worstTwoMinutes);
	}

}
