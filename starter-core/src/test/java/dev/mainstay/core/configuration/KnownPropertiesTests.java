package dev.mainstay.core.configuration;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

}
