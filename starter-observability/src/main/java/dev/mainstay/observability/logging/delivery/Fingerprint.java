package dev.mainstay.observability.logging.delivery;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/**
 * Tells which events say the same: those of one logger and level whose texts differ in
 * numbers and ids only, with exceptions from the same place. The text as it is read and
 * not its pattern, as what {@code log.error("{}", message)} says is all in the argument.
 * 64 bits of FNV-1a.
 */
final class Fingerprint {

	private static final long OFFSET = 0xcbf29ce484222325L;

	private static final long PRIME = 0x100000001b3L;

	private static final int MAX_CAUSES = 20;

	private static final int DIGITS_OF_ID = 4;

	/** Below these it is the framework that calls, and sometimes in another way. */
	private static final int MAX_FRAMES = 10;

	private Fingerprint() {
	}

	static long of(ILoggingEvent event) {
		long hash = add(OFFSET, event.getLoggerName());
		hash = (hash ^ event.getLevel().toInt()) * PRIME;
		hash = addWords(hash, event.getFormattedMessage());
		IThrowableProxy throwable = event.getThrowableProxy();
		for (int i = 0; throwable != null && i < MAX_CAUSES; i++) {
			hash = add(hash, throwable);
			throwable = throwable.getCause();
		}
		return hash;
	}

	private static long add(long hash, IThrowableProxy throwable) {
		long result = addWords(add(hash, throwable.getClassName()), throwable.getMessage());
		StackTraceElementProxy[] frames = throwable.getStackTraceElementProxyArray();
		int counted = 0;
		for (int i = 0; i < frames.length && counted < MAX_FRAMES; i++) {
			StackTraceElement frame = frames[i].getStackTraceElement();
			if (isPlumbing(frame.getClassName())) {
				continue;
			}
			counted++;
			result = add(add(result, frame.getClassName()), frame.getMethodName());
			result = (result ^ frame.getLineNumber()) * PRIME;
		}
		return result;
	}

	/** The JDK calls by reflection in one way first and in another later. */
	private static boolean isPlumbing(String type) {
		return type.startsWith("java.") || type.startsWith("jdk.") || type.startsWith("sun.") || type.contains("$$")
				|| type.contains("$Proxy");
	}

	private static long add(long hash, @Nullable String text) {
		long result = hash;
		for (int i = 0; text != null && i < text.length(); i++) {
			result = (result ^ text.charAt(i)) * PRIME;
		}
		return (result ^ '\n') * PRIME;
	}

	/**
	 * A number, or a word with many digits, which is an id. One with a few, such as
	 * {@code PAY-402} or {@code db1}, says what it is about.
	 */
	private static long addWords(long hash, @Nullable String text) {
		long result = hash;
		int at = 0;
		while (text != null && at < text.length()) {
			int end = at;
			int digits = 0;
			while (end < text.length() && isPartOfWord(text.charAt(end))) {
				digits += Character.isDigit(text.charAt(end)) ? 1 : 0;
				end++;
			}
			boolean id = digits >= DIGITS_OF_ID || (digits > 0 && digits == end - at);
			if (id) {
				result = (result ^ '#') * PRIME;
				at = end;
			}
			for (end = Math.max(end, at + (id ? 0 : 1)); at < end; at++) {
				result = (result ^ text.charAt(at)) * PRIME;
			}
		}
		return (result ^ '\n') * PRIME;
	}

	/** Parts of a UUID are one word. */
	private static boolean isPartOfWord(char c) {
		return Character.isLetterOrDigit(c) || c == '-' || c == '_';
	}

}
