package dev.mainstay.observability.logging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import net.logstash.logback.argument.StructuredArgument;
import net.logstash.logback.composite.AbstractJsonProvider;
import net.logstash.logback.marker.LogstashMarker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.JsonGenerator;

/**
 * The structured arguments, the markers that carry data, and the key-value pairs of an
 * event. When a name occurs twice the later value stays, in this order.
 */
final class AttributesField extends AbstractJsonProvider<ILoggingEvent> {

	private final SafeValues values;

	private final StructuredArguments arguments;

	AttributesField(SafeValues values, StructuredArguments arguments) {
		this.values = values;
		this.arguments = arguments;
	}

	@Override
	public void writeTo(JsonGenerator generator, ILoggingEvent event) {
		Map<String, Object> attributes = new LinkedHashMap<>(4);
		addArguments(event.getArgumentArray(), attributes);
		addMarkers(event.getMarkerList(), attributes);
		addPairs(event.getKeyValuePairs(), attributes);
		if (!attributes.isEmpty()) {
			generator.writeName(LogFields.ATTRIBUTES);
			SafeValues.write(generator, attributes);
		}
	}

	private void addArguments(Object @Nullable [] arguments, Map<String, Object> attributes) {
		if (arguments != null) {
			for (Object argument : arguments) {
				if (argument instanceof StructuredArgument structured) {
					this.arguments.add(structured, structured::writeTo, attributes);
				}
			}
		}
	}

	private void addMarkers(@Nullable List<Marker> markers, Map<String, Object> attributes) {
		if (markers != null) {
			for (Marker marker : markers) {
				if (marker instanceof LogstashMarker data) {
					this.arguments.add(data, data::writeTo, attributes);
					data.iterator().forEachRemaining((reference) -> addMarkers(List.of(reference), attributes));
				}
			}
		}
	}

	private void addPairs(@Nullable List<KeyValuePair> pairs, Map<String, Object> attributes) {
		if (pairs != null) {
			for (KeyValuePair pair : pairs) {
				String key = String.valueOf(pair.key);
				Object value = this.values.of(key, pair.value);
				if (value != null) {
					attributes.put(key, value);
				}
			}
		}
	}

}
