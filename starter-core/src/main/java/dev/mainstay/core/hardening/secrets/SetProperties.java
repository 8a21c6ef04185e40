package dev.mainstay.core.hardening.secrets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.InspectedApplication;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/**
 * All properties that anybody sets, in the order in which the sources win.
 */
final class SetProperties {

	/** Nobody reads further. */
	private static final int MAX_FINDINGS = 20;

	private static final Pattern WITH_DEFAULT = Pattern.compile("\\$\\{([^:${}]+):([^${}]*)}");

	private SetProperties() {
	}

	static List<SetProperty> of(InspectedApplication application) {
		List<SetProperty> properties = new ArrayList<>();
		Set<ConfigurationPropertyName> seen = new HashSet<>();
		Environment environment = application.context().getEnvironment();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable
					&& source.getUnderlyingSource() instanceof PropertySource<?> underlying) {
				iterable.stream()
					.distinct()
					.sorted()
					.map((name) -> read(iterable.getConfigurationProperty(name), underlying, seen.add(name),
							environment))
					.filter(Objects::nonNull)
					.forEach(properties::add);
			}
		}
		return properties;
	}

	private static @Nullable SetProperty read(@Nullable ConfigurationProperty property, PropertySource<?> source,
			boolean effective, Environment environment) {
		if (property == null
				|| !(property.getValue() instanceof CharSequence || property.getValue() instanceof Number)) {
			return null;
		}
		String text = inEffect(property.getValue().toString(), environment);
		String origin = (property.getOrigin() != null) ? property.getOrigin().toString()
				: "property source " + source.getName();
		return new SetProperty(property.getName(), text, origin, property.getOrigin(), source, effective);
	}

	/**
	 * What stands behind the colon is what the file says if nobody else says anything.
	 */
	private static String inEffect(String text, Environment environment) {
		return WITH_DEFAULT.matcher(text.strip())
			.replaceAll((placeholder) -> Matcher.quoteReplacement(
					environment.containsProperty(placeholder.group(1)) ? placeholder.group() : placeholder.group(2)));
	}

	static List<Finding> atMost(List<Finding> findings) {
		if (findings.size() <= MAX_FINDINGS) {
			return findings;
		}
		List<Finding> shown = new ArrayList<>(findings.subList(0, MAX_FINDINGS));
		shown.add(Finding.of((findings.size() - MAX_FINDINGS) + " more"));
		return shown;
	}

}
