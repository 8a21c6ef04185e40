package dev.mainstay.core.hardening.management;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.json.JsonParseException;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What the libraries on the class path say of their properties, in the files that an IDE
 * completes properties from. Not thread-safe.
 */
final class PropertyMetadata {

	private static final Logger logger = LoggerFactory.getLogger(PropertyMetadata.class);

	private static final String FILES = "classpath*:META-INF/spring-configuration-metadata.json";

	/** Spring Boot's basic parser does not understand it. */
	private static final Pattern INDENT = Pattern.compile("\\R\\s*");

	/** The class path stays what it is, and a test starts many applications on it. */
	private static final Map<ClassLoader, List<IgnoredProperty>> known = Collections
		.synchronizedMap(new WeakHashMap<>());

	private final List<IgnoredProperty> ignored = new ArrayList<>();

	private final Set<String> read = new HashSet<>();

	private PropertyMetadata() {
	}

	/** Those that were removed, and that no other library reads. */
	static List<IgnoredProperty> ignored(@Nullable ClassLoader classLoader) throws IOException {
		ClassLoader loader = (classLoader != null) ? classLoader : ClassLoader.getSystemClassLoader();
		List<IgnoredProperty> ignored = known.get(loader);
		if (ignored == null) {
			ignored = read(loader);
			known.put(loader, ignored);
		}
		return ignored;
	}

	private static List<IgnoredProperty> read(ClassLoader classLoader) throws IOException {
		PropertyMetadata metadata = new PropertyMetadata();
		for (Resource file : new PathMatchingResourcePatternResolver(classLoader).getResources(FILES)) {
			metadata.add(file);
		}
		return metadata.ignored.stream().filter((it) -> !metadata.read.contains(it.name())).distinct().toList();
	}

	/** What somebody describes wrongly is not described. */
	private void add(Resource file) throws IOException {
		String json = INDENT.matcher(file.getContentAsString(StandardCharsets.UTF_8)).replaceAll("");
		try {
			addAll(JsonParserFactory.getJsonParser().parseMap(json).get("properties"));
		}
		catch (JsonParseException ex) {
			logger.debug("Cannot read the properties that {} describes", file, ex);
		}
	}

	private void addAll(@Nullable Object all) {
		for (Object property : (all instanceof Collection<?> list) ? list : List.of()) {
			if (property instanceof Map<?, ?> members && members.get("name") instanceof String name
					&& ConfigurationPropertyName.isValid(name)) {
				add(name, members.get("deprecation"));
			}
		}
	}

	private void add(String name, @Nullable Object deprecation) {
		if (deprecation instanceof Map<?, ?> members && "error".equals(members.get("level"))) {
			Object replacement = members.get("replacement");
			this.ignored.add(new IgnoredProperty(name, (replacement != null) ? replacement.toString() : null));
		}
		else {
			this.read.add(name);
		}
	}

}
