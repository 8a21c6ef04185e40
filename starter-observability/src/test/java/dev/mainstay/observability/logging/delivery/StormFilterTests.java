package dev.mainstay.observability.logging.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class StormFilterTests {

	private static final int STORM = 100_000;

	private final Events events = new Events();

	@Test
	void everyEventOfAStormIsWrittenOrCountedThoughLoggingStops() throws Exception {
		suppress(10, Duration.ofSeconds(1));
		long before = DeliveryCounts.suppressedBy("EVENTS");
		storm(4);
		this.events.logger("other").error("Something else");
		await().atMost(Duration.ofSeconds(20)).until(() -> written() + this.events.suppressed() == STORM);
		assertThat(this.events.all()).hasSizeLessThan(2000);
		assertThat(DeliveryCounts.suppressedBy("EVENTS") - before).isEqualTo(this.events.suppressed());
		assertThat(this.events.all()).filteredOn((event) -> event.getLoggerName().equals("other")).hasSize(1);
		assertThat(this.events.all().get(0).getThrowableProxy()).isNotNull();
		assertThat(this.events.summaries()).allSatisfy((summary) -> assertThat(summary.getFormattedMessage())
			.contains("more lines like this one were suppressed within 1 s: Order "));
	}

	@Test
	void everythingBelowAWarningPasses() {
		suppress(1, Duration.ofSeconds(10));
		for (int i = 0; i < 50; i++) {
			this.events.logger("a").info("The same");
			this.events.logger("a").debug("The same");
		}
		assertThat(this.events.all()).hasSize(100);
	}

	@Test
	void isSetOnceOnTheAppendersThatAreMeant() {
		suppress(1, Duration.ofSeconds(10));
		suppress(1, Duration.ofSeconds(10));
		LogDelivery.suppressStorms(new Events().loggers(), (appender) -> false, 1, Duration.ofSeconds(10));
		assertThat(this.events.getCopyOfAttachedFiltersList()).hasSize(1);
	}

	@Test
	void findsItsAppenderInAFileOfTheApplication() {
		StormFilter filter = new StormFilter();
		filter.setContext(this.events.loggers());
		filter.setBurst(2);
		filter.setWindowSeconds(60);
		filter.start();
		this.events.addFilter(filter);
		for (int i = 0; i < 5; i++) {
			this.events.logger("a").warn("The same");
		}
		filter.flush();
		assertThat(this.events.all()).hasSize(3);
		assertThat(this.events.suppressed()).isEqualTo(3);
	}

	@Test
	void looksForItsAppenderOnceAndSaysThatThereIsNone() {
		StormFilter filter = new StormFilter();
		filter.setContext(this.events.loggers());
		filter.start();
		this.events.logger("a").warn("The same");
		for (int i = 0; i < 200; i++) {
			assertThat(filter.decide(this.events.all().get(0))).isEqualTo(FilterReply.NEUTRAL);
		}
		assertThat(this.events.loggers().getStatusManager().getCopyOfStatusList())
			.filteredOn((status) -> status.getMessage().contains("StormFilter works only"))
			.hasSize(1);
	}

	@Test
	void letsAnEventThroughWhoseExceptionCannotBeRead() {
		suppress(1, Duration.ofSeconds(10));
		RuntimeException nasty = new RuntimeException("a") {

			@Override
			public String getMessage() {
				throw new IllegalStateException();
			}

		};
		List<ILoggingEvent> before = List.copyOf(this.events.all());
		try {
			this.events.logger("a").error("Failed", nasty);
		}
		catch (IllegalStateException ex) {
			// Logback reads it itself, before any filter is asked.
		}
		this.events.logger("a").error("Failed");
		assertThat(this.events.all()).hasSizeGreaterThan(before.size());
	}

	private long written() {
		return this.events.all()
			.stream()
			.filter((event) -> !(event instanceof SummaryEvent) && event.getLoggerName().equals("a.b.C"))
			.count();
	}

	private void suppress(int burst, Duration window) {
		LogDelivery.suppressStorms(this.events.loggers(), (appender) -> true, burst, window);
	}

	private void storm(int threads) throws InterruptedException {
		ExecutorService pool = Executors.newFixedThreadPool(threads);
		for (int thread = 0; thread < threads; thread++) {
			pool.execute(() -> {
				for (int i = 0; i < STORM / threads; i++) {
					this.events.logger("a.b.C").error("Order {} failed", i, new IllegalStateException("no stock"));
				}
			});
		}
		pool.shutdown();
		assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
	}

}
