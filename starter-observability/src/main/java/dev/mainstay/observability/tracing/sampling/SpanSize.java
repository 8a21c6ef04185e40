package dev.mainstay.observability.tracing.sampling;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * Estimates what a span takes of the heap, rather too much than too little.
 */
final class SpanSize {

	/** A span without anything in it, and its places in the buffer. */
	private static final long SPAN = 600;

	private static final long EVENT = 150;

	private static final long ATTRIBUTE = 100;

	private SpanSize() {
	}

	static long of(SpanData span) {
		long size = SPAN + span.getName().length() + span.getStatus().getDescription().length()
				+ of(span.getAttributes());
		for (EventData event : span.getEvents()) {
			size += EVENT + event.getName().length() + of(event.getAttributes());
		}
		return size;
	}

	/** A text of which not every character is Latin takes two bytes for each. */
	private static long of(Attributes attributes) {
		long[] size = { 0 };
		attributes.forEach((key, value) -> size[0] += ATTRIBUTE + 2L * value.toString().length());
		return size[0];
	}

}
