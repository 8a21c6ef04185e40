package dev.mainstay.observability.errorgroups.logback;

import java.time.Clock;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.mainstay.core.request.CurrentRequestId;
import dev.mainstay.observability.errorgroups.ErrorGroup;
import dev.mainstay.observability.errorgroups.ErrorGroupLimits;
import dev.mainstay.observability.errorgroups.ErrorGroups;
import dev.mainstay.observability.errorgroups.FailedRequest;
import dev.mainstay.observability.errorgroups.FailureSamples;
import dev.mainstay.observability.errorgroups.FlightRecorder;
import dev.mainstay.observability.errorgroups.GroupNews;
import dev.mainstay.observability.errorgroups.RecordedEvent;
import dev.mainstay.observability.masking.MaskingEngine;
import dev.mainstay.observability.masking.Sensitive;
import net.logstash.logback.argument.StructuredArguments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class FailureLogTests {

	private static final MaskingEngine MASKING = MaskingEngine.create(List.of());

	private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

	private final Logger logger = this.context.getLogger("shop.Orders");

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	private final FlightRecorder recorder = new FlightRecorder(1 << 20, 30);

	private final ErrorGroups groups = new ErrorGroups(new ErrorGroupLimits(10, 10, 1 << 20), this.recorder,
			new FailureSamples(MASKING, "1"), new GroupNews(List::of), Clock.systemUTC());

	private FailureLog log;

	@BeforeEach
	void listen() {
		this.lines.start();
		this.logger.setLevel(Level.INFO);
		this.logger.addAppender(this.lines);
		this.log = FailureLog.listen(this.groups, this.recorder, new FailureLogSettings(false, List.of("shop.Orders")),
				MASKING, MASKING);
	}

	@AfterEach
	void end() {
		this.log.close();
		this.logger.detachAppender(this.lines);
		this.logger.setLevel(null);
	}

	@Test
	void keepsDebugOfListedLoggersAndLogsNothingOfIt() {
		List<RecordedEvent> events = eventsOf(() -> {
			this.logger.debug("one");
			this.logger.debug("two {}", "args");
			this.logger.debug("three {} {} {}", 1, 2, 3);
			this.logger.trace("never");
			this.context.getLogger("shop.OrdersOfOthers").debug("not listed");
			this.context.getLogger("shop.Orders.Below").debug("below");
		});
		assertThat(events).extracting(RecordedEvent::message)
			.containsExactly("one", "two args", "three 1 2 3", "below", "failed");
		assertThat(this.lines.list).extracting(ILoggingEvent::getMessage).containsExactly("failed");
	}

	@Test
	void keepsDebugOnceWhereItIsEnabled() {
		this.logger.setLevel(Level.DEBUG);
		assertThat(eventsOf(() -> this.logger.debug("one"))).extracting(RecordedEvent::message)
			.containsExactly("one", "failed");
	}

	@Test
	void whatOnlyArgumentsTellToBeSecretIsMasked() {
		List<RecordedEvent> events = eventsOf(() -> {
			this.logger.info("for {}", new Customer("bob", "geheim"));
			this.logger.debug("for {}", new Customer("eve", "geheim"));
			this.logger.info("with {}", StructuredArguments.value("password", "geheim"));
			this.logger.info("long {} password=geheim", "x".repeat(3000));
		});
		assertThat(events).hasSize(5).extracting(RecordedEvent::message).noneMatch((it) -> it.contains("geheim"));
		assertThat(events.get(0).message()).contains("bob", "[masked]");
	}

	@Test
	void anArgumentThatThrowsAndAnArrayThatChangesBreakNothing() {
		StringBuilder text = new StringBuilder("before");
		List<RecordedEvent> events = eventsOf(() -> {
			this.logger.info("a {}", text);
			text.setLength(0);
			this.logger.info("b {}", new Object() {

				@Override
				public String toString() {
					throw new IllegalStateException("no text");
				}

			});
		});
		assertThat(events.get(0).message()).isEqualTo("a before");
		assertThat(events).hasSize(3);
	}

	@Test
	void aListenerThatLogsIsNoLoop() {
		ErrorGroups loud = new ErrorGroups(new ErrorGroupLimits(10, 10, 1 << 20), this.recorder,
				new FailureSamples(MASKING, "1"), new GroupNews(() -> List.of((group) -> {
					throw new IllegalStateException("logged by who called it");
				})), Clock.systemUTC());
		try (FailureLog another = FailureLog.listen(loud, this.recorder, new FailureLogSettings(true, List.of()),
				MASKING, MASKING)) {
			this.logger.error("failed", new IllegalStateException("loop"));
		}
		assertThat(loud.overview().groups()).extracting(ErrorGroup::message).contains("loop");
	}

	@Test
	void outsideOfARequestFailuresCountAndNoEventIsKept() {
		this.logger.info("nobody's");
		this.logger.error("failed", new IllegalStateException("alone"));
		assertThat(this.groups.overview().groups()).hasSize(1);
		assertThat(this.groups.overview().groups().get(0).lastRequestId()).isNull();
	}

	private List<RecordedEvent> eventsOf(Runnable work) {
		try (CurrentRequestId.Scope scope = CurrentRequestId.open("r1")) {
			work.run();
			this.logger.error("failed", new IllegalStateException("now"));
		}
		return this.groups.request("r1").map(FailedRequest::events).orElseThrow();
	}

	record Customer(String name, @Sensitive String secret) {

	}

}
