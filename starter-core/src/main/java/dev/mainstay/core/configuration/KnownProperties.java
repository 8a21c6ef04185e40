package dev.mainstay.core.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.json.BasicJsonParser;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;

/**
 * All properties of the starters on the class path, from the metadata that an IDE
 * completes them from. Costs a look at every metadata file, and is therefore only asked
 * for where an application sets a property of Mainstay at all.
 */
final class KnownProperties {

	private static final String FILE = "spring-configuration-metadata.json";

	/** What only a starter of Mainstay has. */
	private static final String STARTER = "META-INF/mainstay/features.properties";

	private static final Pattern INDENT = Pattern.compile("\\R\\s*");

	private static final String PREFIX = "mainstay.";

	/** Beyond it a name is another one, not a misspelt one. */
	private static final int MAX_DISTANCE = 8;

	private final List<KnownProperty> properties;

	private KnownProperties(List<KnownProperty> properties) {
		this.properties = properties;
	}

	/**
	 * Those of Mainstay itself. The descriptions of all others stay closed, and Jackson
	 * unloaded: both would make every start wait.
	 */
	static KnownProperties ofMainstay(ClassLoader classLoader) {
		return load(classLoader, STARTER, "../" + FILE, KnownProperties::parseGenerated);
	}

	/** Also those that an organisation's or the application's own jars describe. */
	static KnownProperties ofAll(ClassLoader classLoader) {
		return load(classLoader, "META-INF/" + FILE, FILE, JsonParserFactory.getJsonParser()::parseMap);
	}

	private static KnownProperties load(ClassLoader classLoader, String location, String relative,
			Function<String, Map<String, Object>> parser) {
		try {
			List<KnownProperty> properties = new ArrayList<>();
			for (URL file : Collections.list(classLoader.getResources(location))) {
				read(new UrlResource(file).createRelative(relative), parser, properties);
			}
			return new KnownProperties(properties);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + FILE, ex);
		}
	}

	private static void read(Resource description, Function<String, Map<String, Object>> parser,
			List<KnownProperty> properties) throws IOException {
		String json = description.exists() ? description.getContentAsString(StandardCharsets.UTF_8) : "";
		if (json.contains("\"" + PREFIX)) {
			read(parser.apply(json).get("properties"), properties);
		}
	}

	/** Spring Boot's basic parser reads what is generated, if not indented. */
	private static Map<String, Object> parseGenerated(String json) {
		return new BasicJsonParser().parseMap(INDENT.matcher(json).replaceAll(""));
	}

	private static void read(@Nullable Object described, List<KnownProperty> properties) {
		for (Object property : (described instanceof Collection<?> all) ? all : List.of()) {
			if (property instanceof Map<?, ?> members && members.get("name") instanceof String name
					&& name.startsWith(PREFIX)) {
				properties
					.add(new KnownProperty(ConfigurationPropertyName.of(name), String.valueOf(members.get("type"))));
			}
		}
	}

	Optional<KnownProperty> find(ConfigurationPropertyName name) {
		return this.properties.stream().filter((property) -> property.covers(name)).findFirst();
	}

	Optional<ConfigurationPropertyName> nearest(ConfigurationPropertyName name) {
		String wrong = uniform(name);
		return this.properties.stream()
			.map(KnownProperty::name)
			.min(Comparator.comparingInt((known) -> EditDistance.between(wrong, uniform(known))))
			.filter((known) -> EditDistance.between(wrong, uniform(known)) <= MAX_DISTANCE);
	}

	/** As environment variables are: neither dots nor dashes are easily told apart. */
	private static String uniform(ConfigurationPropertyName name) {
		return name.toString().replace("-", "").replace('.', ' ');
	}

}
