package dev.mainstay.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/**
 * What an IDE has to show for the properties of a module, and what the module says of
 * them elsewhere.
 */
final class ConfigurationMetadata {

	private static final String METADATA = "META-INF/spring-configuration-metadata.json";

	private static final String FEATURES = "META-INF/mainstay/features.properties";

	private final Path classes;

	ConfigurationMetadata(Path classes) {
		this.classes = classes;
	}

	List<ConfigurationProperty> properties() throws IOException {
		return properties(this.classes.resolve(METADATA).toUri().toURL()).toList();
	}

	List<String> violations() throws IOException {
		return properties().stream().flatMap(ConfigurationProperty::violations).toList();
	}

	/**
	 * The switches that the module names for its features and that are described nowhere.
	 * A feature may be switched by a property of a starter below its own.
	 */
	List<String> unknownSwitches() throws IOException {
		Properties features = new Properties();
		try (InputStream stream = Files.newInputStream(this.classes.resolve(FEATURES))) {
			features.load(stream);
		}
		Set<String> known = Stream.concat(Stream.of(this.classes.resolve(METADATA).toUri().toURL()), onTheClassPath())
			.flatMap(ConfigurationMetadata::properties)
			.map(ConfigurationProperty::name)
			.collect(Collectors.toSet());
		return features.stringPropertyNames()
			.stream()
			.map(features::getProperty)
			.filter((property) -> !known.contains(property))
			.sorted()
			.toList();
	}

	private static Stream<URL> onTheClassPath() throws IOException {
		return Collections.list(ConfigurationMetadata.class.getClassLoader().getResources(METADATA)).stream();
	}

	private static Stream<ConfigurationProperty> properties(URL metadata) {
		try (InputStream stream = metadata.openStream()) {
			return JsonMapper.shared().readTree(stream).path("properties").valueStream().map(ConfigurationProperty::of);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(metadata + " cannot be read", ex);
		}
	}

}
