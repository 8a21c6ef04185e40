package dev.mainstay.observability.telemetry;

import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.LogRecord;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class DeliveryLedgerTests {

	private static final Duration PATIENCE = Duration.ofMillis(200);

	private static final java.util.logging.Logger EXPORTER = java.util.logging.Logger
		.getLogger("io.opentelemetry.exporter.internal.http.HttpExporter");

	private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);

	private final DeliveryLedger ledger = new DeliveryLedger(this.nanoTime::get);

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	private final Logger logger = (Logger) LoggerFactory.getLogger("mainstay.telemetry");

	@BeforeEach
	void listen() {
		this.lines.start();
		this.logger.addAppender(this.lines);
	}

	@AfterEach
	void stop() {
		this.logger.detachAppender(this.lines);
		this.ledger.close();
	}

	@Test
	void warnsAtMostOnceAMinuteAndOfEverything() {
		for (int i = 0; i < 60; i++) {
			this.ledger.refused(Signal.TRACES, 2);
			this.ledger.refused(Signal.LOGS, 1);
			this.nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(1));
		}
		assertThat(messages()).hasSize(1);
		this.ledger.refused(Signal.TRACES, 1);
		assertThat(messages()).hasSize(2);
		assertThat(messages().get(1)).contains("119 spans, 60 log records dropped since the last warning");
		assertThat(this.lines.list).allMatch((line) -> line.getThrowableProxy() == null);
	}

	@Test
	void whatIsConfirmedIsNotDropped() {
		CompletableResultCode result = this.ledger.watch(Signal.TRACES, 5, PATIENCE, CompletableResultCode::ofSuccess);
		assertThat(result.isSuccess()).isTrue();
		assertThat(failed(Signal.TRACES)).isZero();
		assertThat(messages()).isEmpty();
	}

	@Test
	void whatFailsIsCountedWithItsReason() {
		this.ledger.watch(Signal.LOGS, 5, PATIENCE, () -> CompletableResultCode
			.ofExceptionalFailure(new IllegalStateException(new ConnectException("Connection refused"))));
		this.ledger.watch(Signal.LOGS, 2, PATIENCE, CompletableResultCode::ofFailure);
		this.ledger.watch(Signal.LOGS, 1, PATIENCE, () -> {
			throw new IllegalArgumentException("broken");
		});
		assertThat(failed(Signal.LOGS)).isEqualTo(8);
		assertThat(messages()).singleElement().asString().contains("(ConnectException: Connection refused)");
	}

	@Test
	void whatIsNotConfirmedInTimeIsCountedOnce() {
		CompletableResultCode late = new CompletableResultCode();
		CompletableResultCode result = this.ledger.watch(Signal.TRACES, 3, PATIENCE, () -> late);
		await().until(result::isDone);
		late.succeed();
		assertThat(result.isSuccess()).isFalse();
		assertThat(failed(Signal.TRACES)).isEqualTo(3);
		assertThat(messages()).singleElement().asString().contains("(no answer in time)");
	}

	@Test
	void whatAQueueRefusesIsCounted() {
		for (String scope : List.of("io.opentelemetry.sdk.trace", "io.opentelemetry.sdk.logs", "others")) {
			LongCounter counter = new DropMeterProvider(this.ledger).get(scope).counterBuilder("any").build();
			counter.add(7, Attributes.of(AttributeKey.booleanKey("dropped"), false));
			counter.add(2, Attributes.of(AttributeKey.booleanKey("dropped"), true));
			counter.add(1, Attributes.of(AttributeKey.stringKey("error.type"), "queue_full"));
		}
		assertThat(this.ledger.dropped(Signal.TRACES, DropReason.QUEUE_FULL)).isEqualTo(3);
		assertThat(this.ledger.dropped(Signal.LOGS, DropReason.QUEUE_FULL)).isEqualTo(3);
		assertThat(this.ledger.dropped(Signal.METRICS, DropReason.QUEUE_FULL)).isZero();
	}

	@Test
	void isAMeterOfEachSignalFromTheStart() {
		MeterRegistry registry = new SimpleMeterRegistry();
		this.ledger.bindTo(registry);
		assertThat(registry.find("mainstay.telemetry.dropped").functionCounters()).hasSize(6)
			.allMatch((counter) -> counter.count() == 0);
		this.ledger.refused(Signal.LOGS, 4);
		assertThat(registry.get("mainstay.telemetry.dropped")
			.tag("signal", "logs")
			.tag("reason", "queue-full")
			.functionCounter()
			.count()).isEqualTo(4);
	}

	@Test
	void theExportersAreSilentAsLongAsItSpeaks() {
		DeliveryLedger other = new DeliveryLedger(this.nanoTime::get);
		this.ledger.speak();
		this.ledger.speak();
		other.speak();
		this.ledger.close();
		this.ledger.close();
		assertThat(isWarnedOfOurs(other)).isFalse();
		other.close();
		assertThat(isWarnedOfOurs(other)).isTrue();
	}

	@Test
	void theExportersOfSomebodyElseAreNeverSilent() throws Exception {
		this.ledger.speak();
		this.ledger.watch(Signal.TRACES, 1, PATIENCE, CompletableResultCode::ofSuccess);
		assertThat(isWarned()).isTrue();
		assertThat(CompletableFuture.supplyAsync(DeliveryLedgerTests::isWarned, Runnable::run).get()).isTrue();
	}

	/** On a thread that the sender makes when it is called. */
	private static boolean isWarnedOfOurs(DeliveryLedger ledger) {
		CompletableFuture<Boolean> warned = new CompletableFuture<>();
		ledger.watch(Signal.TRACES, 1, PATIENCE, () -> {
			new Thread(() -> warned.complete(isWarned())).start();
			return CompletableResultCode.ofSuccess();
		});
		return warned.orTimeout(10, TimeUnit.SECONDS).join();
	}

	private static boolean isWarned() {
		LogRecord warning = new LogRecord(java.util.logging.Level.WARNING, "Server responded with status code 413.");
		return EXPORTER.getFilter() == null || EXPORTER.getFilter().isLoggable(warning);
	}

	private long failed(Signal signal) {
		return this.ledger.dropped(signal, DropReason.EXPORT_FAILED);
	}

	private List<String> messages() {
		return this.lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

}
