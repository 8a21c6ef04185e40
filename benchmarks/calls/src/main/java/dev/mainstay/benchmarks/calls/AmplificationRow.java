package dev.mainstay.benchmarks.calls;

import java.time.Duration;
import java.util.Locale;

/**
 * What a dependency got of a library at a rate.
 *
 * @param library who made the requests
 * @param perSecond how many there were in a second
 * @param failing the percentage of calls that the dependency fails
 * @param requests how many there were in all
 * @param calls how many calls the dependency got for them
 * @param successes how many succeeded
 * @param mostOfBound how many of the retries that the bound allows there were at most
 * @param mostOfTenSeconds the same for the bound with a window of 10 s
 */
record AmplificationRow(Library library, int perSecond, int failing, long requests, long calls, long successes,
		double mostOfBound, double mostOfTenSeconds) {

	static final String HEADER = "library,requests_per_second,failing_percent,requests,calls,successes,"
			+ "calls_per_request,success_percent,most_of_bound,most_of_10s_bound";

	private static final long SEED = 42;

	/** Let a library make requests for a time. */
	static AmplificationRow of(Library library, int perSecond, int failing, Duration duration) {
		return of(library, perSecond, failing, duration, SEED);
	}

	static AmplificationRow of(Library library, int perSecond, int failing, Duration duration, long seed) {
		Timeline time = new Timeline();
		FailingDependency dependency = new FailingDependency(time, () -> failing, seed);
		long requests = requests(time, library.caller(time, dependency), perSecond, duration);
		time.run();
		return new AmplificationRow(library, perSecond, failing, requests, dependency.calls(), dependency.successes(),
				dependency.mostOfBound(), dependency.mostOfTenSeconds());
	}

	/** One after the other, all at the same distance. */
	static long requests(Timeline time, Caller caller, int perSecond, Duration duration) {
		long requests = perSecond * duration.toSeconds();
		Duration pause = Duration.ofSeconds(1).dividedBy(perSecond);
		time.after(pause, new Runnable() {

			private long made;

			@Override
			public void run() {
				caller.request();
				if (++this.made < requests) {
					time.after(pause, this);
				}
			}

		});
		return requests;
	}

	double callsPerRequest() {
		return (double) this.calls / this.requests;
	}

	double successPercent() {
		return 100.0 * this.successes / this.requests;
	}

	String csv() {
		return String.format(Locale.ROOT, "%s,%d,%d,%d,%d,%d,%.3f,%.2f,%.2f,%.2f", this.library.id(), this.perSecond,
				this.failing, this.requests, this.calls, this.successes, callsPerRequest(), successPercent(),
				this.mostOfBound, this.mostOfTenSeconds);
	}

}
