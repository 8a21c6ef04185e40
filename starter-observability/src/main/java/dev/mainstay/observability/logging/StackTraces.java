package dev.mainstay.observability.logging;

import java.util.function.UnaryOperator;

import ch.qos.logback.classic.spi.ThrowableProxy;

/**
 * Stack traces as a line of the log has them, for whoever shows them elsewhere.
 * Stateless.
 *
 * @since 0.1.0
 */
public final class StackTraces {

	private StackTraces() {
	}

	/**
	 * The text of a failure and of all that belongs to it: the root cause first, without
	 * the frames that say nothing.
	 * @param failure the failure
	 * @param messages what becomes of each message, with the type in front of it
	 * @return the text
	 */
	public static String text(Throwable failure, UnaryOperator<String> messages) {
		return StackTraceText.of(new ThrowableProxy(failure), messages);
	}

	/**
	 * The {@code stack_hash} of a line that shows the failure.
	 * @param failure the failure
	 * @return sixteen hexadecimal digits
	 */
	public static String hash(Throwable failure) {
		return StackHash.of(new ThrowableProxy(failure));
	}

}
