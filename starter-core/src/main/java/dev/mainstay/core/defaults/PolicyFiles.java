package dev.mainstay.core.defaults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.UrlResource;

/**
 * Reads the policies on the class path, each value with its file and line, because a
 * service is told which line it goes against. Of two policies the first on the class path
 * decides, but what any of them locks is locked.
 */
final class PolicyFiles {

	private static final String LOCKED = "mainstay.hardening.locked";

	private PolicyFiles() {
	}

	static Map<String, Object> load(ClassLoader classLoader, String location) {
		try {
			Map<String, Object> merged = new LinkedHashMap<>();
			for (URL file : Collections.list(classLoader.getResources(location))) {
				for (PropertySource<?> source : new PropertiesPropertySourceLoader().load(MainstayDefaults.POLICY,
						new UrlResource(file))) {
					add(source, merged);
				}
			}
			return merged;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + location, ex);
		}
	}

	/** The map and not the source, which would hand out each value without its line. */
	private static void add(PropertySource<?> source, Map<String, Object> merged) {
		((Map<?, ?>) source.getSource()).forEach((name, value) -> merged.merge((String) name, value,
				(first, second) -> name.equals(LOCKED) ? both(first, second) : first));
	}

	private static Object both(Object first, Object second) {
		OriginTrackedValue value = (OriginTrackedValue) first;
		return OriginTrackedValue.of(value.getValue() + "," + ((OriginTrackedValue) second).getValue(),
				value.getOrigin());
	}

}
