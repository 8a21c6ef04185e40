package dev.mainstay.core.configuration;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * A property of Mainstay that somebody has set.
 *
 * @param name the name
 * @param origin where, {@code null} if not known
 * @param variable whether it is an environment variable
 */
record SetProperty(ConfigurationPropertyName name, @Nullable Origin origin, boolean variable) {

	private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("mainstay");

	/**
	 * What Kubernetes and container links set for a neighbour that is called
	 * {@code mainstay} is nobody's configuration.
	 */
	private static final Pattern NEIGHBOUR = Pattern
		.compile("mainstay\\.(?:[a-z0-9]+\\.)*(?:service\\.(?:host|port)|port|name|env)(?:[.\\[].*)?");

	static Stream<SetProperty> all(ConfigurableEnvironment environment) {
		Stream.Builder<SetProperty> properties = Stream.builder();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				boolean variables = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
				iterable.filter(PREFIX::isAncestorOf).forEach((name) -> properties.add(of(iterable, name, variables)));
			}
		}
		return properties.build().filter((property) -> !property.isOfNeighbour());
	}

	private static SetProperty of(ConfigurationPropertySource source, ConfigurationPropertyName name,
			boolean variable) {
		ConfigurationProperty property = source.getConfigurationProperty(name);
		return new SetProperty(name, (property != null) ? property.getOrigin() : null, variable);
	}

	private boolean isOfNeighbour() {
		return this.variable && NEIGHBOUR.matcher(this.name.toString()).matches();
	}

	/** The name in the form in which it was set. */
	String written(ConfigurationPropertyName other) {
		String canonical = other.toString();
		return this.variable ? canonical.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT) : canonical;
	}

	String place() {
		return (this.origin != null) ? " (" + this.origin + ")" : "";
	}

}
