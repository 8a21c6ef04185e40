package dev.mainstay.core.mode.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.core.io.UrlResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * The names of all features on the class path with the property that switches each, from
 * the file that every starter ships.
 */
final class FeatureCatalogue {

	static final String LOCATION = "META-INF/mainstay/features.properties";

	private FeatureCatalogue() {
	}

	static Map<String, String> load(ClassLoader classLoader) {
		try {
			Map<String, String> catalogue = new TreeMap<>();
			for (URL file : Collections.list(classLoader.getResources(LOCATION))) {
				PropertiesLoaderUtils.loadProperties(new UrlResource(file))
					.forEach((name, property) -> catalogue.put((String) name, (String) property));
			}
			return catalogue;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + LOCATION, ex);
		}
	}

}
