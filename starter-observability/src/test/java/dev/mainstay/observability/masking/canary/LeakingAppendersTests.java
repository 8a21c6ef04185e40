package dev.mainstay.observability.masking.canary;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.read.ListAppender;
import dev.mainstay.observability.logging.MainstayLogFormatter;
import dev.mainstay.observability.masking.MaskedCounts;
import dev.mainstay.observability.masking.MaskingRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class LeakingAppendersTests {

	private final LoggerContext context = new LoggerContext();

	private final ByteArrayOutputStream written = new ByteArrayOutputStream();

	@Test
	void theLinesOfMainstayDoNotLeak() {
		root().addAppender(appender("json", formatter(true)));
		assertThat(LeakingAppenders.in(this.context)).isEmpty();
	}

	@Test
	void theSameLinesLeakWithoutMasking() {
		root().addAppender(appender("json", formatter(false)));
		assertThat(LeakingAppenders.in(this.context)).containsExactly("json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "%m", "%X", "%kvp", "%ex" })
	void aPatternLeaksByWhateverItShows(String pattern) {
		root().addAppender(appender("text", pattern(pattern)));
		assertThat(LeakingAppenders.in(this.context)).containsExactly("text");
	}

	@Test
	void findsTheOneThatLeaksAmongAllAndBehindAsynchronousOnes() {
		AsyncAppender async = new AsyncAppender();
		async.setContext(this.context);
		async.addAppender(appender("inner", pattern("%m%n")));
		root().addAppender(appender("json", formatter(true)));
		root().addAppender(async);
		root().addAppender(appender("names", pattern("%logger%nopex")));
		root().addAppender(new ListAppender<>());
		assertThat(LeakingAppenders.in(this.context)).containsExactly("inner");
	}

	@Test
	void writesNothingAndCountsNothing() {
		root().addAppender(appender("json", formatter(true)));
		root().addAppender(appender("text", pattern("%m%n")));
		long before = masked();
		LeakingAppenders.in(this.context);
		assertThat(masked()).isEqualTo(before);
		assertThat(this.written.size()).isZero();
	}

	@Test
	void anEncoderThatFailsWritesNothing() {
		root().addAppender(appender("broken", new EncoderBase<ILoggingEvent>() {

			@Override
			public byte[] headerBytes() {
				return new byte[0];
			}

			@Override
			public byte[] encode(ILoggingEvent event) {
				throw new IllegalStateException(event.getFormattedMessage());
			}

			@Override
			public byte[] footerBytes() {
				return new byte[0];
			}

		}));
		assertThat(LeakingAppenders.in(this.context)).isEmpty();
	}

	private Logger root() {
		return this.context.getLogger(Logger.ROOT_LOGGER_NAME);
	}

	private static long masked() {
		return Arrays.stream(MaskingRule.values()).mapToLong(MaskedCounts::of).sum();
	}

	private Appender<ILoggingEvent> appender(String name, Encoder<ILoggingEvent> encoder) {
		OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
		appender.setContext(this.context);
		appender.setName(name);
		appender.setEncoder(encoder);
		appender.setOutputStream(this.written);
		appender.start();
		return appender;
	}

	private Encoder<ILoggingEvent> pattern(String pattern) {
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setContext(this.context);
		encoder.setPattern(pattern);
		encoder.start();
		return encoder;
	}

	private Encoder<ILoggingEvent> formatter(boolean masking) {
		MainstayLogFormatter formatter = new MainstayLogFormatter(
				new MockEnvironment().withProperty("mainstay.masking.enabled", String.valueOf(masking)));
		return new EncoderBase<>() {

			@Override
			public byte[] headerBytes() {
				return new byte[0];
			}

			@Override
			public byte[] encode(ILoggingEvent event) {
				return formatter.formatAsBytes(event, StandardCharsets.UTF_8);
			}

			@Override
			public byte[] footerBytes() {
				return new byte[0];
			}

		};
	}

}
