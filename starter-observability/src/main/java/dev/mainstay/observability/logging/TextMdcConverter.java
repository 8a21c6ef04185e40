package dev.mainstay.observability.logging;

import java.util.Map;
import java.util.stream.Collectors;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * What {@code %X}, {@code %X{key}} and {@code %X{key:-default}} are in a pattern with
 * Mainstay's masking: the MDC, masked and on one line. Called by Logback on the thread
 * that logs; thread-safe once it is started.
 *
 * @since 0.1.0
 */
public final class TextMdcConverter extends ClassicConverter {

	private static final String SEPARATOR = ":-";

	private TextParts parts = TextParts.NONE;

	private @Nullable String key;

	private String fallback = "";

	@Override
	public void start() {
		this.parts = TextParts.of(getContext());
		String option = getFirstOption();
		if (option != null) {
			int separator = option.indexOf(SEPARATOR);
			this.key = (separator >= 0) ? option.substring(0, separator) : option;
			this.fallback = (separator >= 0) ? option.substring(separator + SEPARATOR.length()) : "";
		}
		super.start();
	}

	@Override
	public String convert(ILoggingEvent event) {
		Map<String, String> mdc = event.getMDCPropertyMap();
		if (mdc == null) {
			return this.fallback;
		}
		if (this.key != null) {
			String value = mdc.get(this.key);
			return (value != null) ? this.parts.value(this.key, value) : this.fallback;
		}
		return mdc.entrySet()
			.stream()
			.map((entry) -> this.parts.text(entry.getKey()) + "="
					+ this.parts.value(String.valueOf(entry.getKey()), String.valueOf(entry.getValue())))
			.collect(Collectors.joining(", "));
	}

}
