package dev.mainstay.observability.logging;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published schema of a log line, with as much of JSON Schema as it uses.
 */
public final class LogSchema {

	private static final String LOCATION = "/META-INF/mainstay/log-schema-1.json";

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private final JsonNode schema;

	private LogSchema(JsonNode schema) {
		this.schema = schema;
	}

	public static LogSchema load() {
		try (InputStream schema = LogSchema.class.getResourceAsStream(LOCATION)) {
			return new LogSchema(MAPPER.readTree(schema));
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
		List<String> violations = new ArrayList<>();
		check("line", parse(line), this.schema, violations);
		return violations;
	}

	private static void check(String name, JsonNode value, JsonNode schema, List<String> violations) {
		if (schema.has("type") && !isOfType(value, schema.path("type").asString())) {
			violations.add(name + " is not of type " + schema.path("type").asString());
		}
		if (schema.has("const") && !schema.path("const").equals(value)) {
			violations.add(name + " is not " + schema.path("const"));
		}
		if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
			violations.add(name + " is none of " + schema.path("enum"));
		}
		if (schema.has("pattern") && !value.asString().matches(schema.path("pattern").asString())) {
			violations.add(name + " does not match " + schema.path("pattern"));
		}
		if (value.isString() && value.asString().length() < schema.path("minLength").asInt(0)) {
			violations.add(name + " is too short");
		}
		schema.path("required").forEach((required) -> {
			if (!value.has(required.asString())) {
				violations.add(required.asString() + " is missing");
			}
		});
		value.valueStream()
			.filter((item) -> value.isArray() && schema.has("items"))
			.forEach((item) -> check(name + "[]", item, schema.path("items"), violations));
		value.properties()
			.forEach((property) -> checkProperty(property.getKey(), property.getValue(), schema, violations));
	}

	private static void checkProperty(String name, JsonNode value, JsonNode schema, List<String> violations) {
		JsonNode additional = schema.path("additionalProperties");
		if (schema.path("properties").has(name)) {
			check(name, value, schema.path("properties").path(name), violations);
		}
		else if (additional.isObject()) {
			check(name, value, additional, violations);
		}
		else if (additional.isBoolean() && !additional.asBoolean()) {
			violations.add(name + " is not in the schema");
		}
	}

	private static boolean isOfType(JsonNode value, String type) {
		return switch (type) {
			case "object" -> value.isObject();
			case "array" -> value.isArray();
			case "string" -> value.isString();
			default -> throw new IllegalStateException("The schema uses the type " + type);
		};
	}

}
