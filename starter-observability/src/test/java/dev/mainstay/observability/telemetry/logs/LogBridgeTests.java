package dev.mainstay.observability.telemetry.logs;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import dev.mainstay.observability.logging.MainstayLogFormatter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class LogBridgeTests {

	private final LoggerContext loggers = new LoggerContext();

	private final List<LogRecordData> exported = new CopyOnWriteArrayList<>();

	private final SdkLoggerProvider provider = SdkLoggerProvider.builder()
		.addLogRecordProcessor(SimpleLogRecordProcessor.create(new Exporter()))
		.build();

	@AfterEach
	void close() {
		this.provider.close();
	}

	@Test
	void goesOnAfterTheConfigurationWasReadAnew() {
		try (LogBridge bridge = install()) {
			this.loggers.reset();
			this.loggers.getLogger("a").info("after it");
			assertThat(this.exported).hasSize(1);
			assertThat(bridge.isInstalled()).isTrue();
		}
		this.loggers.getLogger("a").info("closed");
		this.loggers.reset();
		this.loggers.getLogger("a").info("closed");
		assertThat(this.exported).hasSize(1);
	}

	@Test
	void exportsEachLineOnceWithTwoApplicationsInOneJvm() {
		try (LogBridge first = install(); LogBridge second = install()) {
			this.loggers.getLogger("a").info("once");
			assertThat(this.exported).extracting((it) -> it.getBodyValue().asString()).containsOnlyOnce("once");
			assertThat(first.isInstalled()).isTrue();
			assertThat(second.isInstalled()).isFalse();
		}
		try (LogBridge next = install()) {
			assertThat(next.isInstalled()).isTrue();
		}
	}

	private LogBridge install() {
		this.loggers.setMDCAdapter(new LogbackMDCAdapter());
		return LogBridge.install(this.loggers, new MainstayLogFormatter(new MockEnvironment()), this.provider);
	}

	private final class Exporter implements LogRecordExporter {

		@Override
		public CompletableResultCode export(Collection<LogRecordData> logs) {
			LogBridgeTests.this.exported.addAll(logs);
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode flush() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

	}

}
