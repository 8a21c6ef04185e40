package dev.mainstay.observability.logging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import ch.qos.logback.classic.spi.ILoggingEvent;
import net.logstash.logback.argument.StructuredArgument;
import net.logstash.logback.marker.LogstashMarker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.JsonGenerator;

/**
 * The structured arguments, the markers that carry data, and the key-value pairs of an
 * event. When a name occurs twice the later value stays, in this order.
 */
final class AttributesField implements LineField {

	private final SafeValues values;

	private final StructuredArguments arguments;

	private final AttributeKinds kinds;

	AttributesField(SafeValues values, StructuredArguments arguments, AttributeKinds kinds) {
		this.values = values;
		this.arguments = arguments;
		this.kinds = kinds;
	}

	@Override
	public void write(Line line, ILoggingEvent event) {
		List<KeyValuePair> pairs = event.getKeyValuePairs();
		Attributes attributes = new Attributes(this.kinds, (pairs != null) ? pairs.size() : 0);
		addArguments(event.getArgumentArray(), attributes);
		addMarkers(event.getMarkerList(), attributes);
		addPairs(pairs, attributes);
		Map<String, String> mdc = event.getMDCPropertyMap();
		if (!line.isBounded()) {
			// The second time a line is written, its names have been counted.
			LineCounters.collided(
					attributes.collisions() + SharedNames.count((mdc != null) ? mdc : Map.of(), attributes.values()));
		}
		if (attributes.isIncomplete()) {
			line.incomplete();
		}
		write(line, attributes.values());
	}

	private static void write(Line line, NamedValues attributes) {
		if (line.isBounded()) {
			writeFitting(line, attributes.toMap());
		}
		else if (attributes.size() > 0) {
			line.generator().writeName(LogFields.ATTRIBUTES);
			JsonValues.write(line.generator(), attributes);
		}
	}

	private static void writeFitting(Line line, Map<String, Object> attributes) {
		Object fitting = new FittingValues(line).attributes(attributes);
		if (!attributes.isEmpty() && fitting != null) {
			line.generator().writeName(LogFields.ATTRIBUTES);
			JsonValues.write(line.generator(), fitting);
		}
	}

	private void addArguments(Object @Nullable [] arguments, Attributes attributes) {
		if (arguments != null) {
			for (Object argument : arguments) {
				if (argument instanceof StructuredArgument structured) {
					add(structured, structured::writeTo, attributes);
				}
			}
		}
	}

	private void addMarkers(@Nullable List<Marker> markers, Attributes attributes) {
		if (markers != null) {
			for (Marker marker : markers) {
				if (marker instanceof LogstashMarker data) {
					add(data, data::writeTo, attributes);
					data.iterator().forEachRemaining((reference) -> addMarkers(List.of(reference), attributes));
				}
			}
		}
	}

	private void add(Object argument, Consumer<JsonGenerator> writer, Attributes attributes) {
		Map<String, Object> values = new LinkedHashMap<>(2);
		this.arguments.add(argument, writer, values);
		values.forEach(attributes::put);
	}

	private void addPairs(@Nullable List<KeyValuePair> pairs, Attributes attributes) {
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
