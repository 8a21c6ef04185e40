package dev.mainstay.core.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KnownProperties}.
 */
class KnownPropertiesTests {

	private static final ConfigurationPropertyName OF_MAINSTAY = ConfigurationPropertyName.of("mainstay.mode");

	private static final ConfigurationPropertyName OF_ORGANISATION = ConfigurationPropertyName
		.of("mainstay.acme.region");

	@TempDir
	private Path jar;

	@Test
	void findsWhatAnOrganisationDescribesInAJarOfItsOwn() throws IOException {
		Files.createDirectory(this.jar.resolve("META-INF"));
		Files.writeString(this.jar.resolve("META-INF/spring-configuration-metadata.json"), """
				{"groups": [], "properties": [
				{"name": "mainstay.acme.region", "type": "java.lang.String", "description": "Says \\"where\\", {here}"}
				]}""");
		try (URLClassLoader classLoader = new URLClassLoader(new URL[] { this.jar.toUri().toURL() })) {
			assertThat(KnownProperties.ofMainstay(classLoader).find(OF_MAINSTAY)).isPresent();
			assertThat(KnownProperties.ofMainstay(classLoader).find(OF_ORGANISATION)).isEmpty();
			assertThat(KnownProperties.ofAll(classLoader).find(OF_MAINSTAY)).isPresent();
			assertThat(KnownProperties.ofAll(classLoader).find(OF_ORGANISATION)).isPresent();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"properties\": [{\"name\": \"mainstay.acme.maxRetries\"}]}", "{\"mainstay.", "[]",
			"{\"properties\": \"mainstay.\"}" })
	void whatAnOrganisationDescribesWronglyStopsNoStart(String description) throws IOException {
		Files.createDirectory(this.jar.resolve("META-INF"));
		Files.writeString(this.jar.resolve("META-INF/spring-configuration-metadata.json"), description);
		try (URLClassLoader classLoader = new URLClassLoader(new URL[] { this.jar.toUri().toURL() })) {
			assertThat(KnownProperties.ofAll(classLoader).find(OF_MAINSTAY)).isPresent();
		}
	}

	@Test
	void knowsEveryPropertyOfItsOwn() throws IOException {
		ClassLoader classLoader = getClass().getClassLoader();
		Set<String> described = new TreeSet<>();
		try (InputStream stream = getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			JsonMapper.shared()
				.readTree(stream)
				.path("properties")
				.forEach((property) -> described.add(property.path("name").asString()));
		}
		described.removeIf((name) -> !name.startsWith("mainstay."));
		assertThat(described).contains("mainstay.mode", "mainstay.enabled").allSatisfy((name) -> {
			ConfigurationPropertyName property = ConfigurationPropertyName.of(name);
			assertThat(KnownProperties.ofMainstay(classLoader).find(property)).isPresent();
			assertThat(KnownProperties.ofAll(classLoader).find(property)).isPresent();
		});
	}

}
