package dev.mainstay.observability.telemetry.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of a record as soon as it is emitted.
 */
final class EmittedRecord {

	private EmittedRecord() {
	}

	static LogRecordData of(Consumer<LogRecordBuilder> fields) {
		List<LogRecordData> emitted = new ArrayList<>();
		try (SdkLoggerProvider provider = SdkLoggerProvider.builder()
			.addLogRecordProcessor((context, record) -> emitted.add(record.toLogRecordData()))
			.build()) {
			LogRecordBuilder builder = provider.get("a").logRecordBuilder();
			fields.accept(builder);
			builder.emit();
		}
		assertThat(emitted).hasSize(1);
		return emitted.get(0);
	}

}
