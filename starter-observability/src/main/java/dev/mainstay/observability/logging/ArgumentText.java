package dev.mainstay.observability.logging;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.mainstay.observability.masking.MaskingEngine;
import dev.mainstay.observability.masking.MaskingRule;
import net.logstash.logback.argument.StructuredArgument;
import net.logstash.logback.marker.SingleFieldAppendingMarker;
import org.jspecify.annotations.Nullable;

/**
 * The text of a structured argument in a message.
 */
final class ArgumentText {

	private static final Comparator<String> LONGEST_FIRST = Comparator.comparingInt(String::length)
		.reversed()
		.thenComparing(Comparator.naturalOrder());

	private final MaskingEngine masking;

	private final StructuredArguments arguments;

	ArgumentText(MaskingEngine masking, StructuredArguments arguments) {
		this.masking = masking;
		this.arguments = arguments;
	}

	/**
	 * The text with every value masked that stands under a sensitive key in the data, or
	 * is annotated there.
	 * @return the masked text, or {@code null} if it may stay as it is
	 */
	@Nullable String masked(StructuredArgument argument) {
		boolean sensitive = argument instanceof SingleFieldAppendingMarker field
				&& this.masking.isSensitive(field.getFieldName());
		try {
			String text = String.valueOf(argument);
			return (sensitive || isSuspicious(argument, text)) ? maskedOrReplaced(argument, text, sensitive) : null;
		}
		catch (Throwable ex) {
			// The application's own code, which may also overflow the stack: the line
			// comes out.
			return sensitive ? this.masking.replacement(MaskingRule.KEY) : null;
		}
	}

	/** What cannot be read may hold anything. */
	private @Nullable String maskedOrReplaced(StructuredArgument argument, String text, boolean sensitive) {
		try {
			return masked(argument, text, sensitive);
		}
		catch (Throwable ex) {
			return this.masking.replacement(MaskingRule.KEY);
		}
	}

	/** Reading the data is dear, and most texts of one field show what is in it. */
	private boolean isSuspicious(StructuredArgument argument, String text) {
		return !(argument instanceof SingleFieldAppendingMarker field) || this.masking.finds(text)
				|| FieldValue.mayHoldSensitive(field, this.masking);
	}

	private @Nullable String masked(StructuredArgument argument, String text, boolean sensitive) {
		Map<String, MaskingRule> secrets = new TreeMap<>(LONGEST_FIRST);
		this.arguments.read(argument::writeTo).forEach((key, value) -> collect(key, value, false, secrets));
		if (sensitive && !secrets.keySet().stream().allMatch(text::contains)) {
			// The text says it in other words than the data.
			return this.masking.replacement(MaskingRule.KEY);
		}
		String masked = text;
		for (Map.Entry<String, MaskingRule> secret : secrets.entrySet()) {
			masked = this.masking.hide(masked, secret.getKey(), secret.getValue());
		}
		return masked.equals(text) ? null : masked;
	}

	private void collect(String key, @Nullable Object value, boolean within, Map<String, MaskingRule> secrets) {
		boolean secret = within || this.masking.isSensitive(key);
		if (value instanceof Map<?, ?> map) {
			String annotated = SensitiveJson.secretIn(map);
			if (annotated != null) {
				add(annotated, MaskingRule.ANNOTATION, secrets);
			}
			else {
				map.forEach((name, nested) -> collect(String.valueOf(name), nested, secret, secrets));
			}
		}
		else if (value instanceof List<?> list) {
			list.forEach((nested) -> collect(key, nested, secret, secrets));
		}
		else if (secret && value != null) {
			String text = value.toString();
			if (within || this.masking.isSecret(key, text)) {
				add(text, MaskingRule.KEY, secrets);
			}
		}
	}

	private static void add(String secret, MaskingRule rule, Map<String, MaskingRule> secrets) {
		if (!secret.isBlank()) {
			secrets.put(secret, rule);
		}
	}

}
