package dev.mainstay.observability.logging.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With a clock and a timer that the test winds.
 */
class StormGateTests {

	private static final Duration WINDOW = Duration.ofSeconds(10);

	private final AtomicLong now = new AtomicLong(-5);

	private final List<Runnable> timer = new ArrayList<>();

	private final List<SummaryEvent> summaries = new ArrayList<>();

	private final AtomicLong suppressed = new AtomicLong();

	private final StormGate gate = new StormGate(new StormLimit(3, WINDOW), this.now::get, (task, delay) -> {
		assertThat(delay).isBetween(Duration.ZERO, WINDOW);
		this.timer.add(task);
	}, new StormSink() {

		@Override
		public void suppressed() {
			StormGateTests.this.suppressed.incrementAndGet();
		}

		@Override
		public void write(SummaryEvent summary) {
			StormGateTests.this.summaries.add(summary);
		}

	});

	@Test
	void letsTheFirstOnesThroughAndTellsTheCountOfTheOthers() {
		assertThat(passing("a", 10)).isEqualTo(3);
		assertThat(this.summaries).isEmpty();
		windUp();
		assertThat(this.summaries).singleElement().satisfies((summary) -> {
			assertThat(Events.count(summary)).isEqualTo(7).isEqualTo(this.suppressed.get());
			assertThat(summary.getFormattedMessage())
				.isEqualTo("7 more lines like this one were suppressed within" + " 10 s: a");
			assertThat(summary.getLoggerName()).isEqualTo("a.b.C");
		});
	}

	@Test
	void beginsANewWindowAfterACountAndAfterAQuietWindow() {
		passing("a", 5);
		windUp();
		assertThat(passing("a", 5)).isEqualTo(3);
		windUp();
		assertThat(passing("a", 2)).isEqualTo(2);
		this.now.addAndGet(WINDOW.toNanos());
		assertThat(passing("a", 3)).isEqualTo(3);
		assertThat(this.timer).isEmpty();
	}

	@Test
	void countsOnWhileTheTimerIsLate() {
		passing("a", 5);
		this.now.addAndGet(3 * WINDOW.toNanos());
		assertThat(passing("a", 5)).isZero();
		windUp();
		assertThat(this.summaries).singleElement().satisfies((it) -> assertThat(Events.count(it)).isEqualTo(7));
	}

	@Test
	void doesNotMixDifferentErrorsUp() {
		passing("a", 10);
		assertThat(passing("b", 2)).isEqualTo(2);
	}

	@Test
	void letsEverythingThroughThatThereIsNoRoomToCount() {
		for (int i = 0; i < StormGate.MAX_WINDOWS; i++) {
			passing("x".repeat(i + 1), 1);
		}
		assertThat(passing("another", 10)).isEqualTo(10);
		this.now.addAndGet(WINDOW.toNanos());
		assertThat(passing("another", 10)).isEqualTo(3);
	}

	@Test
	void tellsTheCountsBeforeTheirTimeWhenAsked() {
		passing("a", 10);
		this.gate.flush();
		windUp();
		this.gate.flush();
		assertThat(this.summaries).singleElement().satisfies((it) -> assertThat(Events.count(it)).isEqualTo(7));
	}

	private long passing(String message, int count) {
		ILoggingEvent event = Events.of((logger) -> logger.error(message));
		long passed = 0;
		for (int i = 0; i < count; i++) {
			passed += this.gate.passes(event) ? 1 : 0;
		}
		return passed;
	}

	private void windUp() {
		this.now.addAndGet(WINDOW.toNanos());
		List<Runnable> due = List.copyOf(this.timer);
		this.timer.clear();
		due.forEach(Runnable::run);
	}

}
