package dev.mainstay.observability.tracing.sampling;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Keeps what is exported.
 */
public final class ExportedSpans implements SpanExporter {

	private final Queue<SpanData> spans = new ConcurrentLinkedQueue<>();

	@Override
	public CompletableResultCode export(Collection<SpanData> batch) {
		this.spans.addAll(batch);
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

	public List<SpanData> all() {
		return List.copyOf(this.spans);
	}

	public List<String> names() {
		return this.spans.stream().map(SpanData::getName).toList();
	}

	public List<SpanData> of(String traceId) {
		return this.spans.stream().filter((span) -> span.getTraceId().equals(traceId)).toList();
	}

}
