package dev.mainstay.observability.logging;

import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import dev.mainstay.observability.logging.delivery.EncodedLines;

/**
 * Finds the appenders that write text. Reached only with Logback.
 */
final class TextAppenders {

	private TextAppenders() {
	}

	/** Their names, none if another appender writes something better. */
	static List<String> ifNothingElse(LoggerContext context) {
		List<? extends Appender<?>> appenders = AppendersOfRoot.of(context);
		return appenders.stream().allMatch(TextAppenders::writesText)
				? appenders.stream().map(Appender::getName).toList() : List.of();
	}

	/** A pattern that begins with a brace is JSON that somebody wrote by hand. */
	private static boolean writesText(Appender<?> appender) {
		return appender instanceof OutputStreamAppender<?> stream
				&& encoderOf(stream) instanceof LayoutWrappingEncoder<?> encoder
				&& encoder.getLayout() instanceof PatternLayout layout && layout.getPattern() != null
				&& !layout.getPattern().strip().startsWith("{");
	}

	private static Encoder<?> encoderOf(OutputStreamAppender<?> appender) {
		return (appender.getEncoder() instanceof EncodedLines lines) ? lines.encoder() : appender.getEncoder();
	}

}
