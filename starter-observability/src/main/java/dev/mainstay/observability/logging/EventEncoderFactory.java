package dev.mainstay.observability.logging;

import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Context;
import dev.mainstay.observability.masking.MaskingEngine;
import net.logstash.logback.decorate.JsonGeneratorDecorator;
import net.logstash.logback.decorate.json.CharacterEscapesDecorator;
import net.logstash.logback.decorate.json.CharacterEscapesDecorator.Escape;
import net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

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
		LoggingEventCompositeJsonEncoder encoder = new LoggingEventCompositeJsonEncoder();
		encoder.setContext(context());
		encoder.setFindAndRegisterJacksonModules(false);
		encoder.setLineSeparator("UNIX");
		encoder.addDecorator(escapes());
		encoder.addDecorator((JsonGeneratorDecorator) LineGenerator::new);
		encoder.getProviders().addProvider(new LineFields(fields(), maxBytes));
		encoder.start();
		return (event) -> nonEmpty(encoder.encode(event));
	}

	private List<LineField> fields() {
		SafeValues values = new SafeValues(this.masking);
		StructuredArguments arguments = new StructuredArguments(values);
		return List.of(new CoreFields(this.masking, arguments), new ConstantFields(this.service),
				new MdcFields(this.masking), new ThrowableFields(this.masking), new TagsField(this.masking),
				new AttributesField(values, arguments, this.kinds));
	}

	private static CharacterEscapesDecorator escapes() {
		CharacterEscapesDecorator escapes = new CharacterEscapesDecorator();
		FURTHER_LINE_ENDS.forEach((c) -> escapes.addEscape(new Escape(c, String.format("\\u%04x", c))));
		return escapes;
	}

	private static Context context() {
		ILoggerFactory factory = LoggerFactory.getILoggerFactory();
		return (factory instanceof LoggerContext context) ? context : new LoggerContext();
	}

	/** The encoder reports some failures by an empty line. */
	private static byte[] nonEmpty(byte[] line) {
		if (line.length == 0) {
			throw new IllegalStateException("The event could not be encoded");
		}
		return line;
	}

}
