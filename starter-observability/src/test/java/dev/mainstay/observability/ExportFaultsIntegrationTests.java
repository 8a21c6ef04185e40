package dev.mainstay.observability;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

import dev.mainstay.observability.telemetry.DeliveryLedger;
import dev.mainstay.observability.telemetry.DropReason;
import dev.mainstay.observability.telemetry.Signal;
import dev.mainstay.tests.harness.otlp.Fault;
import dev.mainstay.tests.harness.otlp.OtlpReceiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A collector fails in every way there is: the service answers, counts exactly what the
 * collector did not get, says so once a minute, and delivers again when it can.
 */
@ExtendWith(OutputCaptureExtension.class)
class ExportFaultsIntegrationTests {

	private static final int REQUESTS = 40;

	private static final String OTLP = ".export.otlp.timeout=1s";

	private static final String[] PROPERTIES = { "management.tracing.sampling.probability=1",
			"management.endpoint.health.probes.enabled=true", "mainstay.access-log.enabled=false",
			"management.opentelemetry.tracing" + OTLP, "management.opentelemetry.logging" + OTLP,
			"management.opentelemetry.tracing.export.timeout=2s", "management.opentelemetry.logging.export.timeout=2s",
			"management.opentelemetry.tracing.export.schedule-delay=50ms",
			"management.opentelemetry.logging.export.schedule-delay=50ms",
			"management.opentelemetry.tracing.export.max-queue-size=16",
			"management.opentelemetry.tracing.export.max-batch-size=8",
			"management.opentelemetry.logging.export.max-queue-size=16",
			"management.opentelemetry.logging.export.max-batch-size=8" };

	private final OtlpReceiver receiver = OtlpReceiver.start();

	private CountingAppender logged = new CountingAppender();

	private long loggedBefore;

	@AfterEach
	void close() {
		this.logged.detach();
		this.receiver.close();
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void whatIsNotDeliveredIsCountedExactlyAndSaidOnce(WebApplicationType type, CapturedOutput output)
			throws Exception {
		long begin = System.nanoTime();
		try (RunningService service = start(type)) {
			long requests = 0;
			this.logged = CountingAppender.attach();
			this.loggedBefore = settledLogs(service);
			for (Fault fault : EnumSet.complementOf(EnumSet.of(Fault.NONE))) {
				this.receiver.failWith(fault);
				requests += request(service, REQUESTS);
				assertThat(service.get("/actuator/health/readiness").statusCode()).as(fault.name()).isEqualTo(200);
				requests++;
				settle(service, requests, fault);
				this.receiver.failWith(Fault.NONE);
				long before = this.receiver.spans().size();
				requests += request(service, 2);
				await().untilAsserted(() -> assertThat(this.receiver.spans().size()).isGreaterThan((int) before));
				settle(service, requests, fault);
			}
			assertThat(dropped(service, Signal.TRACES, DropReason.QUEUE_FULL)).isPositive();
			assertThat(dropped(service, Signal.LOGS, DropReason.QUEUE_FULL)).isPositive();
			assertThat(dropped(service, Signal.LOGS, DropReason.EXPORT_FAILED)).isPositive();
		}
		List<String> warnings = ExportIntegrationTests.warnings(output);
		assertThat(warnings).isNotEmpty().allMatch((line) -> line.contains("Telemetry is not delivered"));
		assertThat(warnings).hasSizeLessThanOrEqualTo(1 + (int) ((System.nanoTime() - begin) / 60_000_000_000L));
		assertThat(output.getAll()).doesNotContain("\tat ", "\\tat ");
	}

	private RunningService start(WebApplicationType type) {
		String[] all = new String[PROPERTIES.length + 1];
		System.arraycopy(PROPERTIES, 0, all, 1, PROPERTIES.length);
		all[0] = "mainstay.telemetry.endpoint=" + this.receiver.endpoint();
		return LogLinesIntegrationTests.start(type, all);
	}

	private static int request(RunningService service, int times) throws Exception {
		for (int i = 0; i < times; i++) {
			assertThat(service.get("/orders/" + i).statusCode()).isEqualTo(200);
			LoggerFactory.getLogger("counted").info("Counted {}", i);
		}
		return times;
	}

	/** Every request has one span; nothing of it may be missing, or counted twice. */
	private void settle(RunningService service, long requests, Fault fault) {
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			long dropped = dropped(service, Signal.TRACES, DropReason.QUEUE_FULL)
					+ dropped(service, Signal.TRACES, DropReason.EXPORT_FAILED);
			assertThat(this.receiver.spans().size() + dropped).as(fault.name()).isEqualTo(requests);
			assertThat(logs(service)).as(fault.name()).isEqualTo(this.loggedBefore + this.logged.count());
		});
	}

	private long logs(RunningService service) {
		return this.receiver.logs().size() + dropped(service, Signal.LOGS, DropReason.QUEUE_FULL)
				+ dropped(service, Signal.LOGS, DropReason.EXPORT_FAILED);
	}

	/** What was logged while the service started arrives a little later. */
	private long settledLogs(RunningService service) throws InterruptedException {
		long before = -1;
		while (before != logs(service)) {
			before = logs(service);
			Thread.sleep(500);
		}
		return before - this.logged.count();
	}

	private static long dropped(RunningService service, Signal signal, DropReason reason) {
		return service.context().getBean(DeliveryLedger.class).dropped(signal, reason);
	}

}
