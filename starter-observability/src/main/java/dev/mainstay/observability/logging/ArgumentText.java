package dev.mainstay.observability.logging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.mainstay.observability.masking.MaskingEngine;
import net.logstash.logback.argument.StructuredArgument;
import net.logstash.logback.marker.SingleFieldAppendingMarker;
import org.jspecify.annotations.Nullable;

/**
 * The text of a structured argument in a message.
 */
final class ArgumentText {

	private final MaskingEngine masking;

	private final StructuredArguments arguments;

	ArgumentText(MaskingEngine masking, StructuredArguments arguments) {
		this.masking = masking;
		this.arguments = arguments;
	}

	/**
	 * The text with every value masked that stands under a sensitive key in the data.
	 * @return the masked text, or {@code null} if it may stay as it is
	 */
	@Nullable String masked(StructuredArgument argument) {
		boolean sensitive = argument instanceof SingleFieldAppendingMarker field
				&& this.masking.isSensitive(field.getFieldName());
		try {
			String text = String.valueOf(argument);
			return (sensitive || isSuspicious(argument, text)) ? masked(argument, text, sensitive) : null;
		}
		catch (Throwable ex) {
			// The application's own code, which may also overflow the stack: the line
			// comes out.
			return sensitive ? MaskingEngine.REPLACEMENT : null;
		}
	}

	/** Reading the data is dear, and most texts of one field show what is in it. */
	private boolean isSuspicious(StructuredArgument argument, String text) {
		return !(argument instanceof SingleFieldAppendingMarker) || !this.masking.mask(text).equals(text);
	}

	private @Nullable String masked(StructuredArgument argument, String text, boolean sensitive) {
		List<String> secrets = new ArrayList<>();
		this.arguments.read(argument::writeTo).forEach((key, value) -> collect(key, value, false, secrets));
		secrets.sort(Comparator.comparingInt(String::length).reversed());
		String masked = text;
		boolean shown = true;
		for (String secret : secrets) {
			shown = shown && text.contains(secret);
			masked = masked.replace(secret, MaskingEngine.REPLACEMENT);
		}
		if (sensitive && !shown) {
			// The text says it in other words than the data.
			return MaskingEngine.REPLACEMENT;
		}
		return masked.equals(text) ? null : masked;
	}

	private void collect(String key, @Nullable Object value, boolean within, List<String> secrets) {
		boolean secret = within || this.masking.isSensitive(key);
		if (value instanceof Map<?, ?> map) {
			map.forEach((name, nested) -> collect(String.valueOf(name), nested, secret, secrets));
		}
		else if (value instanceof List<?> list) {
			list.forEach((nested) -> collect(key, nested, secret, secrets));
		}
		else if (secret && value != null) {
			String text = value.toString();
			if (!text.isBlank() && (within || this.masking.mask(key, text).equals(MaskingEngine.REPLACEMENT))) {
				secrets.add(text);
			}
		}
	}

}
