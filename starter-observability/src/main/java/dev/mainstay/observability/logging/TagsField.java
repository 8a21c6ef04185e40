package dev.mainstay.observability.logging;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.mainstay.observability.masking.MaskingEngine;
import net.logstash.logback.composite.AbstractJsonProvider;
import net.logstash.logback.marker.LogstashMarker;
import org.slf4j.Marker;
import tools.jackson.core.JsonGenerator;

/**
 * The names of the markers.
 */
final class TagsField extends AbstractJsonProvider<ILoggingEvent> {

	/** Set by the bridge from Commons Logging on everything that comes through it. */
	private static final String BRIDGE = "COMMONS-LOGGING";

	private static final int MAX_TAGS = 100;

	private final MaskingEngine masking;

	TagsField(MaskingEngine masking) {
		this.masking = masking;
	}

	@Override
	public void writeTo(JsonGenerator generator, ILoggingEvent event) {
		List<Marker> markers = event.getMarkerList();
		if (markers == null || markers.isEmpty()) {
			return;
		}
		Set<String> tags = new LinkedHashSet<>();
		markers.forEach((marker) -> collect(marker, tags));
		if (!tags.isEmpty()) {
			generator.writeArrayPropertyStart(LogFields.TAGS);
			tags.forEach((tag) -> generator.writeString(this.masking.mask(tag)));
			generator.writeEndArray();
		}
	}

	private static void collect(Marker marker, Collection<String> tags) {
		if (tags.size() >= MAX_TAGS || tags.contains(marker.getName())) {
			return;
		}
		if (!(marker instanceof LogstashMarker) && !BRIDGE.equals(marker.getName())) {
			tags.add(marker.getName());
		}
		for (Iterator<Marker> references = marker.iterator(); references.hasNext();) {
			collect(references.next(), tags);
		}
	}

}
