package dev.mainstay.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks that an IDE has something to show for every property of a module.
 */
public final class ConfigurationMetadataRules {

	private static final Path LOCATION = Path.of("target", "classes", "META-INF", "spring-configuration-metadata.json");

	private ConfigurationMetadataRules() {
	}

	/**
	 * The properties of the module under test that are not described as they should be.
	 * @return one sentence for each, naming the property
	 * @throws IOException if the module has no metadata
	 */
	public static List<String> violations() throws IOException {
		List<String> violations = new ArrayList<>();
		for (JsonNode property : properties()) {
			check(property.path("name").asString(), property.path("description").asString(""), violations);
		}
		return violations;
	}

	/**
	 * The names of the properties of the module under test.
	 * @return the names
	 * @throws IOException if the module has no metadata
	 */
	public static List<String> propertyNames() throws IOException {
		List<String> names = new ArrayList<>();
		properties().forEach((property) -> names.add(property.path("name").asString()));
		return names;
	}

	private static JsonNode properties() throws IOException {
		try (InputStream metadata = Files.newInputStream(LOCATION)) {
			return JsonMapper.shared().readTree(metadata).path("properties");
		}
	}

	private static void check(String name, String description, List<String> violations) {
		if (!name.startsWith("mainstay.") && !name.startsWith("management.endpoint.")) {
			violations.add(name + " is outside the namespace of Mainstay");
		}
		if (description.isBlank()) {
			violations.add(name + " has no description");
		}
		else if (!Character.isUpperCase(description.charAt(0)) || description.matches("(The|A|An) .*")) {
			violations.add(name + ": the description starts with '" + description.split(" ")[0] + "'");
		}
		if (!name.matches("[a-z0-9.-]+")) {
			violations.add(name + " is not in kebab case");
		}
	}

}
