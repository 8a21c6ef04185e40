package dev.mainstay.tests.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The properties that an IDE completes with the class path of the test.
 */
public final class Metadata {

	private static final Pattern NAME = Pattern.compile("\"name\":\\s*\"([a-z0-9.-]+)\"");

	private Metadata() {
	}

	/**
	 * The names of all properties, also those of Spring Boot.
	 * @return the names, sorted
	 */
	public static Set<String> namesOfProperties() {
		Set<String> names = new TreeSet<>();
		try {
			for (URL file : Collections
				.list(Metadata.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
				try (InputStream stream = file.openStream()) {
					String json = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
					// The names before are those of groups.
					Matcher name = NAME.matcher(json.substring(Math.max(0, json.indexOf("\"properties\""))));
					while (name.find()) {
						names.add(name.group(1));
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return names;
	}

	/**
	 * The switches of all features, without that of Mainstay itself.
	 * @return the names, sorted
	 */
	public static Set<String> switchesOfFeatures() {
		Set<String> names = namesOfProperties();
		names.removeIf((name) -> !name.matches("mainstay\\..+\\.enabled"));
		return names;
	}

}
