package dev.mainstay.observability.logging;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.mainstay.observability.masking.MaskingEngine;
import net.logstash.logback.marker.LogstashMarker;
import org.slf4j.Marker;

/**
 * The names of the markers.
 */
final class TagsField implements LineField {

	/** Set by the bridge from Commons Logging on everything that comes through it. */
	private static final String BRIDGE = "COMMONS-LOGGING";

	private static final int MAX_TAGS = 100;

	/** Of all tags together. */
	private static final int SHARE = 32;

	/** Quotes and a comma. */
	private static final int PUNCTUATION = 3;

	private final MaskingEngine masking;

	TagsField(MaskingEngine masking) {
		this.masking = masking;
	}

	@Override
	public void write(Line line, ILoggingEvent event) {
		List<Marker> markers = event.getMarkerList();
		if (markers == null || markers.isEmpty()) {
			return;
		}
		Set<String> tags = new LinkedHashSet<>();
		markers.forEach((marker) -> collect(marker, tags));
		if (!tags.isEmpty()) {
			int kept = line.begin(SHARE);
			write(line, tags);
			line.end(kept);
		}
	}

	private void write(Line line, Set<String> tags) {
		if (!line.takeName(LogFields.TAGS)) {
			return;
		}
		line.generator().writeArrayPropertyStart(LogFields.TAGS);
		for (String tag : tags) {
			if (line.take(PUNCTUATION)) {
				line.generator().writeString(line.fitting(this.masking.mask(tag), SHARE));
			}
		}
		line.generator().writeEndArray();
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
