package dev.mainstay.observability.telemetry.logs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import dev.mainstay.observability.logging.LineReader;
import dev.mainstay.observability.logging.MainstayLogFormatter;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A record is the same whether it comes from what was noted of a line or from the line.
 */
class NotedRecordsTests {

	private static final int EVENTS = 600;

	private final MockEnvironment environment = new MockEnvironment();

	private final LineRecords records = new LineRecords();

	private MainstayLogFormatter console = new MainstayLogFormatter(this.environment);

	private MainstayLogFormatter follower = new MainstayLogFormatter(this.environment);

	@BeforeEach
	void follow() {
		this.follower.followOthers();
	}

	@AfterEach
	void followNobody() {
		this.follower.followNobody();
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "false" })
	void aFlatLineIsNotRead(String masked) {
		configure("mainstay.masking.enabled", masked);
		assertThat(each(LoggedEvent::simple)).noneMatch(this::isReadOnceWritten);
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "false" })
	void anyLineIsReadIfItHasTo(String masked) {
		configure("mainstay.masking.enabled", masked);
		assertThat(each(LoggedEvent::any).filter(this::isReadOnceWritten).count()).isBetween(EVENTS / 10L,
				EVENTS * 19L / 20);
	}

	@Test
	void whatIsCutIsNotedAsItIsCut() {
		configure("mainstay.logging.max-line-size", "4KB");
		assertThat(each(LoggedEvent::tooLong)).noneMatch(this::isReadOnceWritten);
	}

	@Test
	void aLongLineIsNotedByWhoNeedsIt() {
		LoggingEvent event = LoggedEvent.simple(1);
		event.addKeyValuePair(new KeyValuePair("long", "x".repeat(20_000)));
		assertThat(isReadOnceWritten(event)).isFalse();
	}

	@Test
	void aLineThatNobodyElseHasWrittenIsNoted() {
		// When the names in it have been used once, it comes out the same twice.
		each(LoggedEvent::any).forEach(this.console::lineOf);
		assertThat(each(LoggedEvent::simple)).noneMatch((event) -> isRead(event, this.console.lineOf(event)));
		each(LoggedEvent::any).forEach((event) -> isRead(event, this.console.lineOf(event)));
	}

	@Test
	void nothingIsNotedForNobody() {
		this.follower.followNobody();
		ILoggingEvent event = LoggedEvent.simple(1);
		assertThat(isReadOnceWritten(event)).isTrue();
		this.follower.followOthers();
		assertThat(isReadOnceWritten(event)).isFalse();
	}

	@Test
	void theLineOfAnEventThatCannotBeEncodedIsRead() {
		write(LoggedEvent.simple(1));
		assertThat(isReadOnceWritten(new Unreadable())).isTrue();
	}

	@Test
	void aLineThatIsWrittenMeanwhileDoesNotTouchWhatIsNoted() {
		ILoggingEvent event = LoggedEvent.simple(1);
		byte[] line = write(event);
		this.console.format(LoggedEvent.simple(2));
		assertThat(isRead(event, line)).isFalse();
	}

	@Test
	void aLineThatIsWrittenWithinAnotherIsNotTakenForIt() {
		LoggingEvent outer = LoggedEvent.simple(1);
		outer.addKeyValuePair(new KeyValuePair("inner", new Object() {

			@Override
			public String toString() {
				write(LoggedEvent.simple(2));
				return "inner";
			}

		}));
		assertThat(isReadOnceWritten(outer)).isFalse();
		assertThat(isReadOnceWritten(LoggedEvent.simple(3))).isFalse();
	}

	@Test
	void everyThreadHasNotesOfItsOwn() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			List<Callable<Boolean>> tasks = each(LoggedEvent::any)
				.<Callable<Boolean>>map((event) -> () -> isReadOnceWritten(event))
				.toList();
			for (Future<Boolean> task : threads.invokeAll(tasks)) {
				assertThat(task.get()).isNotNull();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static Stream<LoggingEvent> each(LongFunction<LoggingEvent> made) {
		return LongStream.range(0, EVENTS).mapToObj(made);
	}

	private void configure(String property, String value) {
		this.environment.setProperty(property, value);
		this.console = new MainstayLogFormatter(this.environment);
		this.follower = new MainstayLogFormatter(this.environment);
	}

	private byte[] write(ILoggingEvent event) {
		return this.console.formatAsBytes(event, StandardCharsets.UTF_8);
	}

	private boolean isReadOnceWritten(ILoggingEvent event) {
		return isRead(event, write(event));
	}

	/** Whether the line had to be read. In any case the record has what is in it. */
	private boolean isRead(ILoggingEvent event, byte[] line) {
		AtomicBoolean read = new AtomicBoolean();
		LogRecordData record = EmittedRecord.of((builder) -> {
			RecordFields fields = new RecordFields(this.records, builder);
			this.follower.read(event, new Watching(fields, read));
			fields.end();
		});
		LogRecordData expected = EmittedRecord.of((builder) -> {
			try (JsonParser parser = JsonMapper.shared().createParser(line)) {
				this.records.read(parser, builder);
			}
		});
		assertThat(record.getAttributes()).as("%s", new String(line, StandardCharsets.UTF_8))
			.isEqualTo(expected.getAttributes());
		assertThat(String.valueOf(record.getBodyValue())).isEqualTo(String.valueOf(expected.getBodyValue()));
		assertThat(record.getSpanContext()).isEqualTo(expected.getSpanContext());
		return read.get();
	}

	private record Watching(LineReader target, AtomicBoolean read) implements LineReader {

		@Override
		public void field(String object, String name, Object value) {
			this.target.field(object, name, value);
		}

		@Override
		public void line(byte[] line) {
			this.read.set(true);
			this.target.line(line);
		}

	}

	private static final class Unreadable extends LoggingEvent {

		@Override
		public List<KeyValuePair> getKeyValuePairs() {
			throw new IllegalStateException("no pairs");
		}

	}

}
