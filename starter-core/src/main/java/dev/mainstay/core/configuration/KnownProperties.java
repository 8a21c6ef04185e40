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
import java.util.WeakHashMap;
import java.util.regex.Pattern;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.json.BasicJsonParser;
import org.springframework.boot.json.JsonParseException;
import org.springframework.boot.json.JsonParser;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;

/**
 * All properties of the starters on the class path, from the metadata that an IDE
 * completes them from. Costs a look at every metadata file, and is therefore only asked
 * for where an application sets a property of Mainstay at all.
 */
final class KnownProperties {

	private static final Log logger = LogFactory.getLog(KnownProperties.class);

	private static final String FILE = "spring-configuration-metadata.json";

	/** What only a starter of Mainstay has. */
	private static final String STARTER = "META-INF/mainstay/features.properties";

	/** Spring Boot's basic parser does not understand it. */
	private static final Pattern INDENT = Pattern.compile("\\R\\s*");

	private static final String PREFIX = "mainstay.";

	/** Beyond it a name is another one, not a misspelt one. */
	private static final int MAX_DISTANCE = 8;

	/**
	 * Tests start many applications on one class path, which does not change meanwhile.
	 */
	private static final Map<ClassLoader, KnownProperties> OF_MAINSTAY = Collections
		.synchronizedMap(new WeakHashMap<>());

	private final List<KnownProperty> properties;

	private KnownProperties(List<KnownProperty> properties) {
		this.properties = properties;
	}

	/**
	 * Those of Mainstay itself. The descriptions of all others stay closed, and Jackson
	 * unloaded: both would make every start wait.
	 */
	static KnownProperties ofMainstay(ClassLoader classLoader) {
		return OF_MAINSTAY.computeIfAbsent(classLoader, (it) -> load(it, STARTER, "../" + FILE, new BasicJsonParser()));
	}

	/** Also those that an organisation's or the application's own jars describe. */
	static KnownProperties ofAll(ClassLoader classLoader) {
		return load(classLoader, "META-INF/" + FILE, FILE, JsonParserFactory.getJsonParser());
	}

	private static KnownProperties load(ClassLoader classLoader, String location, String relative, JsonParser parser) {
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

	/** What somebody else describes wrongly is not described. */
	private static void read(Resource description, JsonParser parser, List<KnownProperty> properties)
			throws IOException {
		String json = description.exists() ? description.getContentAsString(StandardCharsets.UTF_8) : "";
		if (!json.contains("\"" + PREFIX)) {
			return;
		}
		try {
			read(parser.parseMap(INDENT.matcher(json).replaceAll("")).get("properties"), properties);
		}
		catch (JsonParseException ex) {
			logger.debug("Cannot read the properties that " + description + " describes", ex);
		}
	}

	private static void read(@Nullable Object described, List<KnownProperty> properties) {
		for (Object property : (described instanceof Collection<?> all) ? all : List.of()) {
			if (property instanceof Map<?, ?> members && members.get("name") instanceof String name
					&& name.startsWith(PREFIX) && ConfigurationPropertyName.isValid(name)) {
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
