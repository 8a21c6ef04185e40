package dev.mainstay.observability.logging.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of log lines that are text.
 *
 * @param stackTrace Whether the frames of a stack trace follow on the line of their event
 * or have lines of their own; by default they have on a terminal
 */
@ConfigurationProperties("mainstay.logging.text")
record TextProperties(@Nullable StackTraces stackTrace) {

	static final String PREFIX = "mainstay.logging.text";

	/**
	 * Where the frames of a stack trace stand.
	 */
	enum StackTraces {

		/**
		 * On the line of their event.
		 */
		FOLDED,

		/**
		 * On lines of their own.
		 */
		LINES

	}

	/** For the console of this start; a file is read by machines too. */
	boolean areFolded(boolean terminal) {
		return this.stackTrace == StackTraces.FOLDED || (this.stackTrace == null && !terminal);
	}

}
