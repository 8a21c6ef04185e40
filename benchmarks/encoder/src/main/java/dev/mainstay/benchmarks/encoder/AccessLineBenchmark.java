package dev.mainstay.benchmarks.encoder;

import java.util.List;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import dev.mainstay.core.request.CompletedRequest;
import dev.mainstay.observability.accesslog.AccessLog;
import dev.mainstay.observability.logging.MainstayLogFormatter;
import dev.mainstay.observability.masking.MaskingEngine;
import dev.mainstay.observability.telemetry.logs.LogBridge;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.slf4j.LoggerFactory;

/**
 * The line of the access log from a request that has ended: its event, the bytes of its
 * line, and the record that is sent over OTLP.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class AccessLineBenchmark {

	/**
	 * Whether the line is only written, or sent over OTLP too.
	 */
	@Param({ "written", "exported" })
	public String line;

	private final CompletedRequest request = EndedRequest.ordinary();

	private final AccessLog accessLog = new AccessLog(MaskingEngine.create(List.of()));

	private final LastBytes appender = new LastBytes(Encoders.named("mainstay"));

	private final SdkLoggerProvider provider = SdkLoggerProvider.builder().addLogRecordProcessor((context, record) -> {
	}).build();

	private LogBridge bridge = LogBridge.none();

	/**
	 * Have nothing written but what is measured.
	 */
	@Setup
	public void start() {
		LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
		context.reset();
		this.appender.setContext(context);
		this.appender.start();
		Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		root.setLevel(Level.INFO);
		root.addAppender(this.appender);
		if (this.line.equals("exported")) {
			LoggerProvider loggers = this.provider;
			this.bridge = LogBridge.install(new MainstayLogFormatter(Encoders.environment()), loggers);
		}
	}

	/**
	 * Export no more.
	 */
	@TearDown
	public void stop() {
		this.bridge.close();
		this.provider.close();
	}

	/**
	 * Log the request.
	 * @return its line
	 */
	@Benchmark
	public byte[] log() {
		this.accessLog.onCompletion(this.request);
		return this.appender.last();
	}

	/**
	 * Measure a line that is written, and one that is exported too.
	 * @param args not looked at
	 * @throws RunnerException if a measurement fails
	 */
	public static void main(String[] args) throws RunnerException {
		new Runner(new OptionsBuilder().include(AccessLineBenchmark.class.getName())
			.addProfiler(GCProfiler.class)
			.jvmArgs("-Xmx512m")
			.build()).run();
	}

}
