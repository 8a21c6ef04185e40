package dev.mainstay.observability.telemetry.logs;

import java.util.List;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class LineRecordsTests {

	private final LineRecords records = new LineRecords();

	private @Nullable LogRecordData emitted;

	@Test
	void readsTheFieldsByTheirNamesInOpenTelemetry() {
		LogRecordData record = read("{\"@timestamp\":\"x\",\"message\":\"Hello\",\"thread_name\":\"main\","
				+ "\"request_id\":\"r1\",\"stack_trace\":\"at a\",\"stack_hash\":\"h\",\"tags\":[\"a\",\"b\"],"
				+ "\"context\":{\"tenant\":\"t1\"},\"log.schema\":\"1\"}");
		assertThat(String.valueOf(record.getBodyValue().getValue())).isEqualTo("Hello");
		assertThat(record.getAttributes()).isEqualTo(Attributes.builder()
			.put("thread.name", "main")
			.put("request_id", "r1")
			.put("exception.stacktrace", "at a")
			.put("stack_hash", "h")
			.put(AttributeKey.stringArrayKey("tags"), List.of("a", "b"))
			.put("context.tenant", "t1")
			.build());
	}

	@Test
	void keepsTheKindOfEachAttribute() {
		LogRecordData record = read("{\"message\":\"\",\"attributes\":{\"text\":\"a\",\"yes\":true,\"no\":false,"
				+ "\"count\":3,\"big\":123456789012345678901,\"share\":0.5,\"none\":null,\"list\":[1,\"a\"],"
				+ "\"object\":{\"a\":{\"b\":1}},\"texts\":[\"a\"]}}");
		assertThat(record.getAttributes()).isEqualTo(Attributes.builder()
			.put("text", "a")
			.put("yes", true)
			.put("no", false)
			.put("count", 3)
			.put("big", 123456789012345678901.0)
			.put("share", 0.5)
			.put("list", "[1,\"a\"]")
			.put("object", "{\"a\":{\"b\":1}}")
			.put(AttributeKey.stringArrayKey("texts"), List.of("a"))
			.build());
	}

	@Test
	void keepsWhatTheApplicationCallsTheSameApart() {
		LogRecordData record = read(
				"{\"message\":\"\",\"thread_name\":\"main\",\"attributes\":{\"thread.name\":\"own\","
						+ "\"context.tenant\":\"own\"},\"context\":{\"tenant\":\"t1\"}}");
		assertThat(record.getAttributes()).isEqualTo(Attributes.builder()
			.put("thread.name", "main")
			.put("attributes.thread.name", "own")
			.put("attributes.context.tenant", "own")
			.put("context.tenant", "t1")
			.build());
	}

	@Test
	void takesTheIdsOfTheLine() {
		LogRecordData record = read("{\"message\":\"\",\"trace_id\":\"4bf92f3577b34da6a3ce929d0e0e4736\","
				+ "\"span_id\":\"00f067aa0ba902b7\"}");
		assertThat(record.getSpanContext().getTraceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
		assertThat(record.getSpanContext().getSpanId()).isEqualTo("00f067aa0ba902b7");
		assertThat(read("{\"message\":\"\"}").getSpanContext().isValid()).isFalse();
	}

	private LogRecordData read(String line) {
		try (SdkLoggerProvider provider = SdkLoggerProvider.builder().addLogRecordProcessor(new Remembering()).build();
				JsonParser parser = JsonMapper.shared().createParser(line)) {
			LogRecordBuilder builder = provider.get("a").logRecordBuilder();
			this.records.read(parser, builder);
			builder.emit();
		}
		assertThat(this.emitted).isNotNull();
		return this.emitted;
	}

	private final class Remembering implements LogRecordProcessor {

		@Override
		public void onEmit(Context context, ReadWriteLogRecord record) {
			LineRecordsTests.this.emitted = record.toLogRecordData();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

	}

}
