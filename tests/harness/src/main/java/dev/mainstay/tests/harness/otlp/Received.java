package dev.mainstay.tests.harness.otlp;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;

/**
 * What a collector has taken, in the order in which it came.
 */
final class Received {

	private final Queue<Message> messages = new ConcurrentLinkedQueue<>();

	void add(String path, InputStream body) throws IOException {
		this.messages.add(switch (path) {
			case "/v1/traces" -> ExportTraceServiceRequest.parseFrom(body);
			case "/v1/metrics" -> ExportMetricsServiceRequest.parseFrom(body);
			case "/v1/logs" -> ExportLogsServiceRequest.parseFrom(body);
			default -> throw new IOException("No telemetry is sent to " + path);
		});
	}

	List<Message> messages() {
		return List.copyOf(this.messages);
	}

	List<Span> spans() {
		return all(ExportTraceServiceRequest.class).flatMap((it) -> it.getResourceSpansList().stream())
			.flatMap((it) -> it.getScopeSpansList().stream())
			.flatMap((it) -> it.getSpansList().stream())
			.toList();
	}

	List<LogRecord> logs() {
		return all(ExportLogsServiceRequest.class).flatMap((it) -> it.getResourceLogsList().stream())
			.flatMap((it) -> it.getScopeLogsList().stream())
			.flatMap((it) -> it.getLogRecordsList().stream())
			.toList();
	}

	List<Metric> metrics() {
		return all(ExportMetricsServiceRequest.class).flatMap((it) -> it.getResourceMetricsList().stream())
			.flatMap((it) -> it.getScopeMetricsList().stream())
			.flatMap((it) -> it.getMetricsList().stream())
			.toList();
	}

	private <T extends Message> Stream<T> all(Class<T> type) {
		return this.messages.stream().filter(type::isInstance).map(type::cast);
	}

}
