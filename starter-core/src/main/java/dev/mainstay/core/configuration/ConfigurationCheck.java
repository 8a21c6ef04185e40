package dev.mainstay.core.configuration;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Looks at the properties of Mainstay that are set, before anything reads them: a switch
 * that is neither {@code true} nor {@code false} stops the start, since Spring Boot's
 * conditions would take it for {@code false}; a name that nobody knows is one warning.
 */
@Order(Ordered.LOWEST_PRECEDENCE - 1)
final class ConfigurationCheck implements EnvironmentPostProcessor {

	private final Log logger;

	ConfigurationCheck(DeferredLogFactory logFactory) {
		this.logger = logFactory.getLog(ConfigurationCheck.class);
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		List<SetProperty> set = SetProperty.all(environment).toList();
		if (!set.isEmpty()) {
			KnownProperties known = KnownProperties.ofMainstay(application.getClassLoader());
			boolean complete = set.stream().allMatch((property) -> known.find(property.name()).isPresent());
			check(set, complete ? known : KnownProperties.ofAll(application.getClassLoader()), environment);
		}
	}

	private void check(List<SetProperty> set, KnownProperties known, ConfigurableEnvironment environment) {
		Set<String> unknown = new TreeSet<>();
		for (SetProperty property : set) {
			known.find(property.name())
				.ifPresentOrElse((it) -> checkValue(it, property, environment),
						() -> unknown.add(describe(property, known)));
		}
		if (!unknown.isEmpty()) {
			this.logger.warn(unknown.stream()
				.collect(Collectors.joining("; ", "Mainstay does not know these properties and ignores them: ", "")));
		}
	}

	private static void checkValue(KnownProperty known, SetProperty property, ConfigurableEnvironment environment) {
		String name = known.name().toString();
		if (known.isBoolean() && !isBoolean(environment.getProperty(name))) {
			throw new InvalidPropertyException(name + " is " + environment.getProperty(name) + property.place(),
					"it switches something and has to be true or false", "Set it to true or false, or remove it");
		}
	}

	private static boolean isBoolean(@Nullable String value) {
		return value == null || "true".equalsIgnoreCase(value) || "false".equalsIgnoreCase(value);
	}

	private static String describe(SetProperty property, KnownProperties known) {
		String written = property.written(property.name()) + property.place();
		return known.nearest(property.name())
			.map((name) -> written + ", did you mean " + property.written(name) + "?")
			.orElse(written);
	}

}
