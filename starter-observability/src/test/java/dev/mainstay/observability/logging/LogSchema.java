package dev.mainstay.observability.logging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published schema of a log line, as a validator that others wrote understands it.
 */
public final class LogSchema {

	private static final String LOCATION = "/META-INF/mainstay/log-schema-1.json";

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private final Schema schema;

	private LogSchema(Schema schema) {
		this.schema = schema;
	}

	public static LogSchema load() {
		try (InputStream schema = LogSchema.class.getResourceAsStream(LOCATION)) {
			return new LogSchema(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
				.getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Parse a line strictly.
	 */
	public static JsonNode parse(String line) {
		return MAPPER.readTree(line);
	}

	public List<String> violations(String line) {
		return this.schema.validate(parse(line)).stream().map(String::valueOf).toList();
	}

}
