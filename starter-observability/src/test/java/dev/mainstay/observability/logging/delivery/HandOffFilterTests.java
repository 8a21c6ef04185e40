package dev.mainstay.observability.logging.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class HandOffFilterTests {

	private static final HandOffLimit LIMIT = new HandOffLimit(100, 100_000);

	private final LoggerContext loggers = new LoggerContext();

	private final Logger root = this.loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final CountDownLatch open = new CountDownLatch(1);

	private final ByteArrayOutputStream written = new ByteArrayOutputStream() {

		@Override
		public synchronized void write(byte[] line, int from, int length) {
			try {
				HandOffFilterTests.this.open.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			super.write(line, from, length);
		}

	};

	@Test
	void theFiltersBeforeItSeeAnEventOnceAndAsItWasLogged() {
		AtomicInteger asked = new AtomicInteger();
		OutputStreamAppender<ILoggingEvent> appender = appender("ASKED");
		appender.addFilter(new Filter<>() {

			@Override
			public FilterReply decide(ILoggingEvent event) {
				asked.incrementAndGet();
				return event.getMDCPropertyMap().containsKey("tenant") ? FilterReply.NEUTRAL : FilterReply.DENY;
			}

		});
		HandOffFilter filter = handOff(appender);
		this.open.countDown();
		this.loggers.getMDCAdapter().put("tenant", "a");
		this.root.info("of a tenant");
		this.loggers.getMDCAdapter().clear();
		this.root.info("of nobody");
		assertThat(filter.flush(Duration.ofSeconds(10))).isTrue();
		assertThat(text()).isEqualTo("of a tenant\n");
		assertThat(asked).hasValue(2);
	}

	@Test
	void whatWaitsIsWrittenBeforeTheConfigurationIsReadAnew() throws Exception {
		handOff(appender("READ_ANEW"));
		for (int i = 0; i < 20; i++) {
			this.root.info("line {}", i);
		}
		Thread reset = new Thread(this.loggers::reset);
		reset.start();
		await().until(() -> reset.getState() != Thread.State.NEW && reset.getState() != Thread.State.RUNNABLE);
		this.open.countDown();
		reset.join();
		long dropped = DeliveryCounts.droppedBy("READ_ANEW", "INFO");
		await().untilAsserted(
				() -> assertThat(text().lines().count() + DeliveryCounts.droppedBy("READ_ANEW", "INFO")).isEqualTo(20));
		assertThat(dropped).isLessThanOrEqualTo(1);
		assertThat(text()).contains("line 0\n", "line 19\n");
	}

	@Test
	void saysOnceThatItCannotWorkWhereItIs() {
		Events events = new Events();
		HandOffFilter filter = new HandOffFilter();
		filter.setContext(events.loggers());
		filter.start();
		events.addFilter(filter);
		for (int i = 0; i < 5; i++) {
			events.logger("a").info("line");
		}
		assertThat(events.all()).hasSize(5);
		assertThat(events.loggers().getStatusManager().getCopyOfStatusList())
			.filteredOn((status) -> status.getMessage().contains("HandOffFilter works only"))
			.hasSize(1);
	}

	private OutputStreamAppender<ILoggingEvent> appender(String name) {
		this.loggers.setMDCAdapter(new LogbackMDCAdapter());
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setContext(this.loggers);
		encoder.setPattern("%m\n");
		encoder.start();
		OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
		appender.setContext(this.loggers);
		appender.setName(name);
		appender.setEncoder(encoder);
		appender.setOutputStream(this.written);
		appender.start();
		this.root.addAppender(appender);
		return appender;
	}

	private static HandOffFilter handOff(OutputStreamAppender<ILoggingEvent> appender) {
		HandOffFilter filter = new HandOffFilter(appender, LIMIT);
		filter.setContext(appender.getContext());
		filter.start();
		appender.addFilter(filter);
		return filter;
	}

	private String text() {
		return this.written.toString(StandardCharsets.UTF_8);
	}

}
