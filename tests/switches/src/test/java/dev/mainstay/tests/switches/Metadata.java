package dev.mainstay.tests.switches;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an IDE completes.
 */
final class Metadata {

	private Metadata() {
	}

	static Set<String> namesOfProperties() {
		Set<String> names = new TreeSet<>();
		try {
			for (URL file : Collections
				.list(Metadata.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
				try (InputStream stream = file.openStream()) {
					for (JsonNode property : JsonMapper.shared().readTree(stream).path("properties")) {
						names.add(property.path("name").asString());
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		names.removeIf((name) -> !name.startsWith("mainstay."));
		return names;
	}

}
