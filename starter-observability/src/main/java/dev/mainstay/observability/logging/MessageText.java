package dev.mainstay.observability.logging;

import java.util.Set;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.mainstay.observability.masking.MaskingEngine;
import net.logstash.logback.argument.StructuredArgument;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.MessageFormatter;

/**
 * The formatted message, masked. A structured argument tells what is a secret in its own
 * text, which the text alone would not: {@code v("password", "correct horse")}.
 */
final class MessageText {

	/**
	 * What these log is meant to be read: Spring Boot makes a password up for somebody
	 * who has to type it, and says so.
	 */
	private static final Set<String> GENERATORS = Set.of(
			"org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration");

	private static final String GENERATED = "Using generated security password:";

	private final MaskingEngine masking;

	private final ArgumentText arguments;

	MessageText(MaskingEngine masking, StructuredArguments arguments) {
		this.masking = masking;
		this.arguments = new ArgumentText(masking, arguments);
	}

	String of(ILoggingEvent event) {
		String shown = withMaskedArguments(event.getMessage(), event.getArgumentArray());
		if (shown != null) {
			return this.masking.mask(shown);
		}
		String message = String.valueOf(event.getFormattedMessage());
		return isGeneratedPassword(event, message) ? message : this.masking.mask(message);
	}

	/** The message, or {@code null} if there is nothing to mask in its arguments. */
	@Nullable String withMaskedArguments(@Nullable String format, Object @Nullable [] arguments) {
		@Nullable Object[] masked = masked(arguments);
		return (masked != null) ? String.valueOf(MessageFormatter.arrayFormat(format, masked).getMessage()) : null;
	}

	/** The arguments with the secrets masked, or {@code null} if there are none. */
	private @Nullable Object @Nullable [] masked(Object @Nullable [] arguments) {
		Object[] masked = null;
		for (int i = 0; arguments != null && i < arguments.length; i++) {
			String text = (arguments[i] != null) ? masked(arguments[i]) : null;
			if (text != null) {
				masked = (masked != null) ? masked : arguments.clone();
				masked[i] = text;
			}
		}
		return masked;
	}

	/** The text of an argument, or {@code null} if it may stay as it is. */
	private @Nullable String masked(Object argument) {
		if (argument instanceof StructuredArgument structured) {
			return this.arguments.masked(structured);
		}
		try {
			return this.masking.holdsSensitive(argument) ? this.masking.textOf(argument) : null;
		}
		catch (Throwable ex) {
			// The application's own code, which also fails where the message is
			// formatted.
			return null;
		}
	}

	private static boolean isGeneratedPassword(ILoggingEvent event, String message) {
		return GENERATORS.contains(event.getLoggerName()) && message.stripLeading().startsWith(GENERATED);
	}

}
