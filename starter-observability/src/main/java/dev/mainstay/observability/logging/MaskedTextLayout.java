package dev.mainstay.observability.logging;

import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.pattern.CompositeConverter;
import ch.qos.logback.core.pattern.Converter;
import ch.qos.logback.core.pattern.ConverterUtil;

/**
 * Text by a pattern of Logback, with every secret in it masked and each event on one
 * line; the start block and the report of a start that failed stay blocks. The frames of
 * a stack trace follow on the same line, or on lines of their own if asked for.
 * <p>
 * Set by the starter where log lines are text. In a Logback file: as the {@code <layout>}
 * of a {@code LayoutWrappingEncoder}, with a {@code pattern} and, if need be,
 * {@code foldStackTrace} {@code false}. Called on the thread that logs; thread-safe once
 * it is started, never throws.
 *
 * @since 0.1.0
 */
public final class MaskedTextLayout extends PatternLayout {

	private static final String FOLD = " | ";

	private boolean foldStackTrace = true;

	/**
	 * Create a layout. Called by Logback for a file that names this class, and by the
	 * starter.
	 */
	public MaskedTextLayout() {
		setPostCompileProcessor(MaskedTextLayout::ensureThrowable);
		words("m", "msg", "message").forEach((word) -> getInstanceConverterMap().put(word, TextMessageConverter::new));
		words("t", "thread").forEach((word) -> getInstanceConverterMap().put(word, TextThreadConverter::new));
		words("X", "mdc").forEach((word) -> getInstanceConverterMap().put(word, TextMdcConverter::new));
		words("kvp").forEach((word) -> getInstanceConverterMap().put(word, TextKeyValuesConverter::new));
		words("ids").forEach((word) -> getInstanceConverterMap().put(word, TextIdsConverter::new));
		words("ex", "exception", "throwable", "xEx", "xException", "xThrowable")
			.forEach((word) -> getInstanceConverterMap().put(word, TextThrowableConverter::new));
		words("rEx", "rootException")
			.forEach((word) -> getInstanceConverterMap().put(word, TextRootCauseConverter::new));
		words("wex", "wEx").forEach((word) -> getInstanceConverterMap().put(word, TextSpacedThrowableConverter::new));
	}

	private static Stream<String> words(String... words) {
		return Stream.of(words);
	}

	/**
	 * Whether the frames of a stack trace are on the line of their event.
	 * @param foldStackTrace {@code false} for lines of their own
	 */
	public void setFoldStackTrace(boolean foldStackTrace) {
		this.foldStackTrace = foldStackTrace;
	}

	@Override
	public String doLayout(ILoggingEvent event) {
		if (!isStarted()) {
			return CoreConstants.EMPTY_STRING;
		}
		try {
			String text = writeLoopOnConverters(event);
			return (this.foldStackTrace && !TextParts.isBlock(event)) ? folded(text) : text;
		}
		catch (Exception | StackOverflowError ex) {
			return event.getLevel() + " " + event.getLoggerName() + " : "
					+ TextParts.of(getContext()).text(event.getMessage()) + CoreConstants.LINE_SEPARATOR;
		}
	}

	/** No part of an event has the end of a line: these are of the pattern and frames. */
	private static String folded(String text) {
		int first = text.indexOf('\n');
		if (first == text.length() - 1 && first >= 0) {
			return text;
		}
		StringBuilder line = new StringBuilder(text.length() + 64);
		text.lines()
			.map(String::strip)
			.filter((part) -> !part.isEmpty())
			.forEach((part) -> line.append(line.isEmpty() ? "" : FOLD).append(part));
		return line.append(CoreConstants.LINE_SEPARATOR).toString();
	}

	/** As Logback does it, whose own converter would not mask. */
	private static void ensureThrowable(Context context, Converter<ILoggingEvent> head) {
		if (!handlesThrowable(head)) {
			TextThrowableConverter converter = new TextThrowableConverter();
			converter.setContext(context);
			converter.setOptionList(List.of());
			ConverterUtil.findTail(head).setNext(converter);
		}
	}

	private static boolean handlesThrowable(Converter<ILoggingEvent> head) {
		for (Converter<ILoggingEvent> it = head; it != null; it = it.getNext()) {
			if (it instanceof ThrowableHandlingConverter || (it instanceof CompositeConverter<ILoggingEvent> composite
					&& handlesThrowable(composite.getChildConverter()))) {
				return true;
			}
		}
		return false;
	}

}
