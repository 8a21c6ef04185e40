package dev.mainstay.tests.harness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds what is wrong with the lines of one application. Loaded by {@link LogSchemaCheck}
 * in a class loader of its own, so it speaks in types of the JDK.
 */
final class SchemaViolations implements Function<List<String>, List<String>> {

	private final JsonMapper mapper = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

	private final Schema schema;

	private final Map<String, String> types = new HashMap<>();

	SchemaViolations(String schema) {
		this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(schema, InputFormat.JSON);
	}

	@Override
	public List<String> apply(List<String> lines) {
		List<String> violations = new ArrayList<>();
		for (String line : lines) {
			try {
				check(line, violations);
			}
			catch (JacksonException ex) {
				violations.add(ex.getOriginalMessage() + " in " + line);
			}
		}
		return violations;
	}

	private void check(String line, List<String> violations) {
		JsonNode node = this.mapper.readTree(line);
		if (node.has("@version") || node.has("ecs")) {
			return;
		}
		this.schema.validate(node).forEach((error) -> violations.add(error + " in " + line));
		node.path("attributes").properties().forEach((attribute) -> {
			String type = attribute.getValue().getNodeType().name();
			String known = this.types.putIfAbsent(attribute.getKey(), type);
			if (known != null && !known.equals(type)) {
				violations.add(attribute.getKey() + " was " + known + " and is " + type + " in " + line);
			}
		});
	}

}
