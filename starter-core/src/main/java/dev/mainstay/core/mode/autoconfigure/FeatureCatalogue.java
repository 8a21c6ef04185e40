package dev.mainstay.core.mode.autoconfigure;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.UrlResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * The names of all features on the class path with the property that switches each, from
 * the file that every starter ships.
 */
final class FeatureCatalogue {

	static final String LOCATION = "META-INF/mainstay/features.properties";

	private static final Logger logger = LoggerFactory.getLogger(FeatureCatalogue.class);

	private FeatureCatalogue() {
	}

	static Map<String, String> load(ClassLoader classLoader) {
		Map<String, String> catalogue = new TreeMap<>();
		try {
			for (URL file : Collections.list(classLoader.getResources(LOCATION))) {
				PropertiesLoaderUtils.loadProperties(new UrlResource(file))
					.forEach((name, property) -> catalogue.put((String) name, (String) property));
			}
		}
		catch (IOException | IllegalArgumentException ex) {
			logger.warn("Cannot read all of {}: features are missing in the overview", LOCATION, ex);
		}
		return catalogue;
	}

}
