package dev.mainstay.tests.external;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

import dev.mainstay.core.request.TraceIds;
import dev.mainstay.observability.slo.Objective;
import dev.mainstay.observability.slo.ObjectiveCounts;
import dev.mainstay.observability.slo.Objectives;
import dev.mainstay.observability.slo.SloEvents;
import dev.mainstay.observability.slo.burn.BudgetState;
import dev.mainstay.observability.slo.burn.Budgets;
import dev.mainstay.observability.slo.burn.BudgetsKeeper;

/**
 * Two hours of uneven traffic at a service, minute by minute: what its budgets are then,
 * and what Prometheus would have scraped every 15 seconds.
 */
final class Replay implements AutoCloseable {

	private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

	private static final int STEP = 15;

	private static final int STEPS_OF_MINUTE = 4;

	private final Random traffic = new Random(20260105);

	private final MovedClock clock = new MovedClock();

	private final Objective objective;

	private final Path file;

	private final StringJoiner good = new StringJoiner(" ");

	private final StringJoiner bad = new StringJoiner(" ");

	private SloEvents events;

	private Budgets budgets;

	private BudgetsKeeper keeper;

	private int minute;

	/**
	 * Begin, and be scraped for the first time.
	 * @param objective what is measured
	 * @param file where budgets outlive a restart
	 */
	Replay(Objective objective, Path file) {
		this.objective = objective;
		this.file = file;
		start();
		scrape();
	}

	private void start() {
		this.events = new SloEvents(new Objectives(List.of(this.objective)), TraceIds::sampled, true);
		this.budgets = new Budgets(this.events.counts(), List::of, this.clock);
		this.keeper = BudgetsKeeper.keep(this.budgets, this.file, Duration.ofHours(1));
	}

	/** Go on up to a minute. The state is that of the end of the last one. */
	BudgetState upTo(int minute) {
		while (this.minute < minute) {
			if (this.minute == 70) {
				restart();
			}
			else {
				for (int i = 0; i < STEPS_OF_MINUTE; i++) {
					step(i);
				}
			}
			this.minute++;
		}
		this.clock.set(this.minute * 60 * 1000L - 1);
		return this.budgets.state(0);
	}

	/** Takes a minute, in which nobody is there to be asked. */
	private void restart() {
		close();
		for (int i = 1; i < STEPS_OF_MINUTE; i++) {
			this.good.add("_");
			this.bad.add("_");
		}
		this.clock.set((this.minute + 1) * 60 * 1000L - 1);
		start();
		scrape();
	}

	private void step(int step) {
		int requests = requests();
		double share = shareOfBad();
		this.clock.set((this.minute * 60L + step * STEP + this.traffic.nextInt(STEP)) * 1000);
		for (int i = 0; i < requests; i++) {
			boolean failed = this.traffic.nextDouble() < share;
			this.events.count(this.objective.name(), failed, Duration.ZERO);
		}
		this.budgets.look();
		scrape();
	}

	/** In 15 seconds. */
	private int requests() {
		if (isWithin(20, 30) || isWithin(114, 120)) {
			return 0;
		}
		int most = isWithin(30, 45) ? 2000 : isWithin(105, 114) ? 10 : 500;
		return this.traffic.nextInt(most);
	}

	private double shareOfBad() {
		if (isWithin(45, 49)) {
			return 1;
		}
		return isWithin(71, 105) ? 0.02 : 0.001;
	}

	private boolean isWithin(int from, int to) {
		return this.minute >= from && this.minute < to;
	}

	private void scrape() {
		ObjectiveCounts counts = this.events.counts().get(0);
		this.good.add(Long.toString(counts.good()));
		this.bad.add(Long.toString(counts.bad()));
	}

	String good() {
		return this.good.toString();
	}

	String bad() {
		return this.bad.toString();
	}

	@Override
	public void close() {
		this.keeper.close();
		this.budgets.close();
	}

	private static final class MovedClock extends Clock {

		private volatile Instant now = START;

		void set(long millisSinceStart) {
			this.now = START.plusMillis(millisSinceStart);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
