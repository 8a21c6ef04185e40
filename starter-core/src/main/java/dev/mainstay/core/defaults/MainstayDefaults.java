package dev.mainstay.core.defaults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.mainstay.core.mode.Switch;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.UrlResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * The defaults that the starters and an organisation's policy jars ship as files, and
 * their place below everything that the application itself sets.
 *
 * @since 0.1.0
 */
public final class MainstayDefaults {

	/**
	 * The name of the property source with the starters' defaults.
	 */
	public static final String DEFAULTS = "mainstayDefaults";

	/**
	 * The name of the property source with an organisation's policy.
	 */
	public static final String POLICY = "mainstayPolicy";

	/**
	 * The property that switches all of Mainstay.
	 */
	public static final String ENABLED = Switch.MAINSTAY;

	private MainstayDefaults() {
	}

	/**
	 * Whether a property has the value it has only because a starter's default says so.
	 * @param environment the environment
	 * @param name the name of the property
	 * @return whether nobody but {@code mainstayDefaults} or {@code mainstayPolicy} sets
	 * it
	 */
	public static boolean provides(ConfigurableEnvironment environment, String name) {
		ConfigurationPropertyName propertyName = ConfigurationPropertyName.of(name);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.from(environment.getPropertySources())) {
			if (source.getConfigurationProperty(propertyName) != null
					|| source.containsDescendantOf(propertyName) == ConfigurationPropertyState.PRESENT) {
				return source.getUnderlyingSource() instanceof PropertySource<?> underlying && isOurs(underlying);
			}
		}
		return false;
	}

	private static boolean isOurs(PropertySource<?> source) {
		return DEFAULTS.equals(source.getName()) || POLICY.equals(source.getName());
	}

	static Map<String, Object> load(ClassLoader classLoader, String location) {
		try {
			Map<String, Object> merged = new LinkedHashMap<>();
			Enumeration<URL> files = classLoader.getResources(location);
			while (files.hasMoreElements()) {
				PropertiesLoaderUtils.loadProperties(new UrlResource(files.nextElement()))
					.forEach((name, value) -> merged.putIfAbsent((String) name, value));
			}
			return merged;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + location, ex);
		}
	}

	static void addLast(MutablePropertySources sources, String name, Map<String, Object> properties) {
		if (!properties.isEmpty()) {
			sources.addLast(new MapPropertySource(name, Map.copyOf(properties)));
		}
	}

	/** Whatever was added since stays above: a later default is still somebody's word. */
	static void moveLast(MutablePropertySources sources) {
		for (String name : new String[] { POLICY, DEFAULTS }) {
			PropertySource<?> source = sources.remove(name);
			if (source != null) {
				sources.addLast(source);
			}
		}
	}

}
