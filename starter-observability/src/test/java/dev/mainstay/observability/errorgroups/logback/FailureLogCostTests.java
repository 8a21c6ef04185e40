package dev.mainstay.observability.errorgroups.logback;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import com.sun.management.ThreadMXBean;
import dev.mainstay.core.request.CurrentRequestId;
import dev.mainstay.observability.errorgroups.ErrorGroupLimits;
import dev.mainstay.observability.errorgroups.ErrorGroups;
import dev.mainstay.observability.errorgroups.FailureSamples;
import dev.mainstay.observability.errorgroups.FlightRecorder;
import dev.mainstay.observability.errorgroups.GroupNews;
import dev.mainstay.observability.masking.MaskingEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an event of the log costs more where error groups are on.
 */
class FailureLogCostTests {

	private static final int EVENTS = 200_000;

	private static final MaskingEngine MASKING = MaskingEngine.create(List.of());

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

	private final Logger root = this.context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final Logger logger = this.context.getLogger("shop.Orders");

	private final List<Appender<ILoggingEvent>> appenders = new ArrayList<>();

	private final Reader reader = new Reader();

	@BeforeEach
	void readOnly() {
		this.root.iteratorForAppenders().forEachRemaining(this.appenders::add);
		this.appenders.forEach(this.root::detachAppender);
		this.reader.setContext(this.context);
		this.reader.start();
		this.root.addAppender(this.reader);
		this.logger.setLevel(Level.INFO);
	}

	@AfterEach
	void restore() {
		this.root.detachAppender(this.reader);
		this.appenders.forEach(this.root::addAppender);
		this.logger.setLevel(null);
	}

	@Test
	void anEventOfARequestCostsLittle() {
		FlightRecorder recorder = new FlightRecorder(4 << 20, 30);
		ErrorGroups groups = new ErrorGroups(new ErrorGroupLimits(10, 10, 1 << 20), recorder,
				new FailureSamples(MASKING, "1"), new GroupNews(List::of), Clock.systemUTC());
		Cost without = cost();
		Cost with;
		try (FailureLog log = FailureLog.listen(groups, recorder, new FailureLogSettings(false, List.of()), MASKING,
				MASKING)) {
			with = cost();
		}
		System.getLogger("times")
			.log(System.Logger.Level.INFO, "bytes and ns of CPU more of an event: " + (with.bytes - without.bytes)
					+ " and " + (with.nanos - without.nanos) + " after " + without);
		assertThat(with.bytes - without.bytes).isBetween(1L, 200L);
	}

	private Cost cost() {
		log();
		long bytes = THREADS.getCurrentThreadAllocatedBytes();
		long start = THREADS.getCurrentThreadCpuTime();
		log();
		return new Cost((THREADS.getCurrentThreadAllocatedBytes() - bytes) / EVENTS,
				(THREADS.getCurrentThreadCpuTime() - start) / EVENTS);
	}

	private void log() {
		try (CurrentRequestId.Scope scope = CurrentRequestId.open("3b9c0d1e2f4a5b6c")) {
			for (int i = 0; i < EVENTS; i++) {
				this.logger.info("paying order {} of {}", "4711", "somebody");
			}
		}
	}

	private record Cost(long bytes, long nanos) {

	}

	/** As whoever writes the log does. */
	private static final class Reader extends AppenderBase<ILoggingEvent> {

		private int length;

		@Override
		protected void append(ILoggingEvent event) {
			this.length += event.getFormattedMessage().length();
		}

	}

}
