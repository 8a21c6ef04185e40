package dev.mainstay.observability.logging;

import java.util.Set;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Context;
import dev.mainstay.observability.masking.MaskingEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * The parts of an event as text: masked, and none with the end of a line in it. Immutable
 * and thread-safe.
 */
final class TextParts {

	/** What these write is a block to be read, and nothing that a caller has sent. */
	private static final Set<String> BLOCKS = Set.of("dev.mainstay.start",
			"org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter",
			"org.springframework.boot.autoconfigure.logging.ConditionEvaluationReportLogger");

	/** Of a converter that has not been started, which Logback never calls. */
	static final TextParts NONE = new TextParts(MaskingEngine.none());

	private final MaskingEngine masking;

	private final SafeValues values;

	private final MessageText message;

	TextParts(MaskingEngine masking) {
		this.masking = masking;
		this.values = new SafeValues(masking);
		this.message = new MessageText(masking, new StructuredArguments(this.values));
	}

	/**
	 * With the settings of the application, which Spring Boot leaves in the context of
	 * Logback; with those of the process where there is none.
	 */
	static TextParts of(@Nullable Context context) {
		Object environment = (context != null) ? context.getObject(Environment.class.getName()) : null;
		return new TextParts(MaskingSettings
			.engine((environment instanceof Environment settings) ? settings : new StandardEnvironment()));
	}

	static boolean isBlock(ILoggingEvent event) {
		return BLOCKS.contains(event.getLoggerName());
	}

	String message(ILoggingEvent event) {
		String masked = this.message.of(event);
		return isBlock(event) ? TextEscapes.onLines(masked) : TextEscapes.onOneLine(masked);
	}

	String text(@Nullable String text) {
		return TextEscapes.onOneLine(this.masking.mask(String.valueOf(text)));
	}

	String value(String key, String value) {
		return TextEscapes.onOneLine(this.masking.mask(key, value));
	}

	String pair(KeyValuePair pair) {
		String key = String.valueOf(pair.key);
		String value = String.valueOf(this.values.of(key, pair.value));
		return text(key) + "=\"" + TextEscapes.onOneLine(value) + "\"";
	}

	IThrowableProxy throwable(IThrowableProxy throwable) {
		return new TextThrowable(throwable, this);
	}

}
