package dev.mainstay.observability.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.mainstay.observability.masking.MaskingEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.MessageFormatter;

/**
 * Messages of the log for whoever keeps them for later. What only the arguments tell to
 * be secret is masked; the text itself has still to be masked by who shows it, so that
 * nothing is searched, and counted as masked, that nobody ever sees. Thread-safe.
 *
 * @since 0.1.0
 */
public final class KeptMessages {

	private final MessageText messages;

	/**
	 * Create it.
	 * @param masking knows what is secret in an argument
	 */
	public KeptMessages(MaskingEngine masking) {
		this.messages = new MessageText(masking, new StructuredArguments(new SafeValues(masking)));
	}

	/**
	 * The message of an event. Called on the thread that logs.
	 * @param event the event
	 * @return its text
	 */
	public String of(ILoggingEvent event) {
		String masked = this.messages.withMaskedArguments(event.getMessage(), event.getArgumentArray());
		return (masked != null) ? masked : String.valueOf(event.getFormattedMessage());
	}

	/**
	 * The message of what is not logged, because its level is not enabled.
	 * @param format the format
	 * @param arguments its arguments
	 * @return its text
	 */
	public String of(String format, Object @Nullable [] arguments) {
		String masked = this.messages.withMaskedArguments(format, arguments);
		return (masked != null) ? masked : String.valueOf(MessageFormatter.arrayFormat(format, arguments).getMessage());
	}

}
