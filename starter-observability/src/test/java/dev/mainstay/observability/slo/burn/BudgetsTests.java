package dev.mainstay.observability.slo.burn;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.mainstay.core.request.TraceIds;
import dev.mainstay.observability.slo.Objective;
import dev.mainstay.observability.slo.ObjectiveKind;
import dev.mainstay.observability.slo.Objectives;
import dev.mainstay.observability.slo.SloEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

class BudgetsTests {

	private static final Objective OBJECTIVE = new Objective("a", ObjectiveKind.AVAILABILITY, 0.999,
			Duration.ofDays(30), null, List.of(), null, null, false);

	private final SloEvents events = new SloEvents(new Objectives(List.of(OBJECTIVE)), TraceIds::sampled, true);

	private final SteppedClock clock = new SteppedClock(Instant.parse("2026-01-05T10:00:00Z"));

	private final List<String> told = new ArrayList<>();

	private final Budgets budgets = new Budgets(this.events.counts(), () -> List.of(new Listener()), this.clock);

	@Test
	void keepsTheBudgetOfAnIdleService() {
		pass(Duration.ofMinutes(40), 0, 0);
		assertThat(state().budgetLeft()).isOne();
		assertThat(state().window().goodRatio()).isNull();
		assertThat(this.told).isEmpty();
	}

	@Test
	void takesTheBudgetOfAllEventsWhateverTheirMinute() {
		pass(Duration.ofMinutes(60), 10_000, 0);
		pass(Duration.ofMinutes(1), 90, 10);
		double bad = 10.0 / (60 * 10_000 + 100);
		assertThat(state().budgetLeft()).isCloseTo(1 - bad / 0.001, within(1e-9));
		assertThat(state().burnRates()).hasSize(8)
			.containsKeys(Duration.ofMinutes(5), Duration.ofDays(3), Duration.ofDays(30));
	}

	@ParameterizedTest
	@CsvSource({ "1000, 0, 3", "500, 500, 3", "800, 200, 6", "950, 50, 20" })
	void pagesInTime(int good, int bad, int minutes) {
		pass(Duration.ofHours(6), 1000, 0);
		pass(Duration.ofMinutes(minutes), (bad == 0) ? 0 : good, (bad == 0) ? good : bad);
		assertThat(this.told).contains("page on");
	}

	@Test
	void endsAPageSoonAfterItsCause() {
		pass(Duration.ofHours(6), 1000, 0);
		pass(Duration.ofMinutes(20), 0, 1000);
		pass(Duration.ofMinutes(35), 1000, 0);
		assertThat(this.told).startsWith("page on").contains("page off");
		assertThat(state().alerts()).extracting((alert) -> alert.pair().severity()).doesNotContain("page");
	}

	@Test
	void onlyTicketsWhereTheBudgetBurnsALittleTooFast() {
		for (int i = 0; i < 3 * 24 * 60; i++) {
			pass(Duration.ofMinutes(1), 9988, 12);
		}
		assertThat(this.told).containsExactly("ticket on");
		assertThat(state().burnRates()).contains(entry(Duration.ofMinutes(5), 1.2));
	}

	@Test
	void doesNotPageForOneBadOfFour() {
		pass(Duration.ofMinutes(1), 3, 1);
		pass(Duration.ofMinutes(4), 0, 2);
		assertThat(this.told).doesNotContain("page on");
		pass(Duration.ofMinutes(1), 0, 1);
		assertThat(this.told).contains("page on");
	}

	@Test
	void tellsEveryListenerWhateverAnotherDoes() {
		Budgets budgets = new Budgets(this.events.counts(), () -> List.of(new Broken(), new Listener()), this.clock);
		bad(10);
		budgets.look();
		assertThat(this.told).contains("page on", "ticket on");
		budgets.close();
	}

	@Test
	void answersWhileAListenerTakesItsTime() throws Exception {
		CountDownLatch told = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		Budgets budgets = new Budgets(this.events.counts(), () -> List.of(new Slow(told, end)), this.clock);
		bad(10);
		Thread looking = new Thread(budgets::look);
		looking.start();
		told.await();
		try {
			CompletableFuture<List<BudgetState>> asked = CompletableFuture.supplyAsync(budgets::states);
			assertThat(asked.get(10, TimeUnit.SECONDS).get(0).alerts()).hasSize(2);
		}
		finally {
			end.countDown();
			looking.join();
			budgets.close();
		}
	}

	@Test
	void goesOnAfterAnErrorOfAListener() {
		AlertListener broken = new Listener() {

			@Override
			public void started(Alert alert) {
				throw new NoClassDefFoundError("a listener");
			}

		};
		Budgets budgets = new Budgets(this.events.counts(), () -> List.of(broken, new Listener()), this.clock);
		bad(10);
		budgets.look();
		assertThat(this.told).contains("page on", "ticket on");
		budgets.close();
	}

	private void bad(int number) {
		for (int i = 0; i < number; i++) {
			this.events.count("a", true, Duration.ZERO);
		}
	}

	private BudgetState state() {
		return this.budgets.states().get(0);
	}

	/** So many events in each minute, at the beginning of it. */
	private void pass(Duration time, int good, int bad) {
		for (int minute = 0; minute < time.toMinutes(); minute++) {
			for (int i = 0; i < good; i++) {
				this.events.count("a", false, Duration.ZERO);
			}
			for (int i = 0; i < bad; i++) {
				this.events.count("a", true, Duration.ZERO);
			}
			this.budgets.look();
			this.clock.now = this.clock.now.plusSeconds(60);
		}
	}

	private class Listener implements AlertListener {

		@Override
		public void started(Alert alert) {
			BudgetsTests.this.told.add(alert.pair().severity() + " on");
		}

		@Override
		public void ended(Alert alert, Instant at) {
			BudgetsTests.this.told.add(alert.pair().severity() + " off");
		}

	}

	private record Slow(CountDownLatch told, CountDownLatch end) implements AlertListener {

		@Override
		public void started(Alert alert) {
			this.told.countDown();
			try {
				this.end.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		@Override
		public void ended(Alert alert, Instant at) {
		}

	}

	private static final class Broken implements AlertListener {

		@Override
		public void started(Alert alert) {
			throw new IllegalStateException();
		}

		@Override
		public void ended(Alert alert, Instant at) {
			throw new IllegalStateException();
		}

	}

	private static final class SteppedClock extends Clock {

		private Instant now;

		SteppedClock(Instant now) {
			this.now = now;
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
