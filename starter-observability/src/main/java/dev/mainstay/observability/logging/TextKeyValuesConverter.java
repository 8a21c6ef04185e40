package dev.mainstay.observability.logging;

import java.util.List;
import java.util.stream.Collectors;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.slf4j.event.KeyValuePair;

/**
 * What {@code %kvp} is in a pattern with Mainstay's masking: the key-value pairs, masked
 * and on one line. Called by Logback on the thread that logs; thread-safe once it is
 * started.
 *
 * @since 0.1.0
 */
public final class TextKeyValuesConverter extends ClassicConverter {

	private TextParts parts = TextParts.NONE;

	@Override
	public void start() {
		this.parts = TextParts.of(getContext());
		super.start();
	}

	@Override
	public String convert(ILoggingEvent event) {
		List<KeyValuePair> pairs = event.getKeyValuePairs();
		return (pairs != null) ? pairs.stream().map(this.parts::pair).collect(Collectors.joining(" ")) : "";
	}

}
