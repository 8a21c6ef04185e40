package dev.mainstay.observability.logging;

import net.logstash.logback.argument.StructuredArgument;
import tools.jackson.core.JsonGenerator;

/**
 * An argument that fails in the middle.
 */
final class HalfWritten implements StructuredArgument {

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeName("k");
		generator.writeStartArray();
		throw new IllegalStateException("half-way");
	}

}
