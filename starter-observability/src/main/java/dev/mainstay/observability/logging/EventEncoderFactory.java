package dev.mainstay.observability.logging;

import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.mainstay.observability.masking.MaskingEngine;
import net.logstash.logback.decorate.json.CharacterEscapesDecorator;
import net.logstash.logback.decorate.json.CharacterEscapesDecorator.Escape;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the fields of a line together. Every field is a provider that evaluates what the
 * application logged before it writes the first byte of it.
 */
final class EventEncoderFactory {

	/** Valid in JSON as they are, but ends of a line to some that read lines. */
	private static final List<Integer> FURTHER_LINE_ENDS = List.of(0x85, 0x2028, 0x2029);

	private final MaskingEngine masking;

	private final Map<String, String> service;

	private final AttributeKinds kinds;

	private final LineBuffers buffers = new LineBuffers(mapper());

	EventEncoderFactory(MaskingEngine masking, Map<String, String> service, AttributeKinds kinds) {
		this.masking = masking;
		this.service = service;
		this.kinds = kinds;
	}

	/**
	 * Create an encoder.
	 * @param maxBytes how long a line may get
	 */
	EventEncoder create(int maxBytes) {
		LineFields fields = new LineFields(fields(), maxBytes);
		return (event) -> encode(fields, event);
	}

	/** A buffer of which it is not known how far it was filled is not used again. */
	private byte[] encode(LineFields fields, ILoggingEvent event) {
		LineBuffer buffer = this.buffers.take();
		byte[] line = buffer.write(fields, event);
		this.buffers.giveBack(buffer);
		return line;
	}

	private List<LineField> fields() {
		SafeValues values = new SafeValues(this.masking);
		StructuredArguments arguments = new StructuredArguments(values);
		return List.of(new CoreFields(this.masking, arguments), new ConstantFields(this.service),
				new MdcFields(this.masking), new ThrowableFields(this.masking), new TagsField(this.masking),
				new AttributesField(values, arguments, this.kinds));
	}

	private static ObjectMapper mapper() {
		return JsonMapper
			.builder(escapes().decorate(JsonFactory.builder())
				.rootValueSeparator((String) null)
				.disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
				.build())
			.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
			.build();
	}

	private static CharacterEscapesDecorator escapes() {
		CharacterEscapesDecorator escapes = new CharacterEscapesDecorator();
		FURTHER_LINE_ENDS.forEach((c) -> escapes.addEscape(new Escape(c, String.format("\\u%04x", c))));
		return escapes;
	}

}
