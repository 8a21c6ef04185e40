package dev.mainstay.tests.alone;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps {@code docs/properties.md} what the metadata says. To write it anew, run the test
 * with {@code -Dmainstay.docs.write=true}.
 */
class PropertiesPageTests {

	private static final Path PAGE = Path.of("..", "..", "docs", "properties.md");

	private static final String HEAD = """
			# Properties

			Every property of Mainstay, generated from the metadata that an IDE completes them from. Each can be set wherever Spring Boot reads
			properties, also as an environment variable (`mainstay.http-client.enabled` is `MAINSTAY_HTTPCLIENT_ENABLED`), and takes effect at the next start.

			| property | type | default | description |
			| --- | --- | --- | --- |
			""";

	@Test
	void thePageShowsEveryPropertyAsItIs() throws IOException {
		String page = HEAD + String.join("", rows().values());
		if (Boolean.getBoolean("mainstay.docs.write")) {
			Files.writeString(PAGE, page);
		}
		assertThat(Files.readString(PAGE)).as("docs/properties.md; write it with -Dmainstay.docs.write=true")
			.isEqualTo(page);
	}

	private static Map<String, String> rows() throws IOException {
		Map<String, String> rows = new TreeMap<>();
		for (URL metadata : Collections.list(PropertiesPageTests.class.getClassLoader()
			.getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream stream = metadata.openStream()) {
				for (JsonNode property : JsonMapper.shared().readTree(stream).path("properties")) {
					String name = property.path("name").asString();
					if (name.startsWith("mainstay.")) {
						rows.put(name, row(name, property));
					}
				}
			}
		}
		return rows;
	}

	private static String row(String name, JsonNode property) {
		String defaultValue = property.path("defaultValue").isMissingNode() ? ""
				: "`" + property.path("defaultValue").toString().replace("\"", "") + "`";
		return "| `%s` | %s | %s | %s |%n".formatted(name, type(property.path("type").asString("")), defaultValue,
				property.path("description").asString("").replace("|", "\\|").replaceFirst("\\.$", ""));
	}

	private static String type(String type) {
		return switch (type) {
			case "dev.mainstay.core.mode.Rung" -> "`off`, `report` or `enforce`";
			case "dev.mainstay.core.mode.Mode" -> "`report` or `enforce`";
			default -> isGeneric(type) ? kind(type) : type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
		};
	}

	private static boolean isGeneric(String type) {
		return type.endsWith(">");
	}

	private static String kind(String type) {
		return type.startsWith("java.util.Map<") ? "Map" : "list";
	}

}
