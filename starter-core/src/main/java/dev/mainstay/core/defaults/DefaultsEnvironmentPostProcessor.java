package dev.mainstay.core.defaults;

import java.util.List;
import java.util.Map;

import dev.mainstay.core.mode.Switch;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * Adds the defaults below everything that the application sets. Runs last, and still
 * before logging is initialised.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
final class DefaultsEnvironmentPostProcessor implements EnvironmentPostProcessor {

	static final String DEFAULTS_LOCATION = "META-INF/mainstay/defaults.properties";

	/** What silences, when Mainstay is off, the libraries that it brought. */
	static final String DISABLED_LOCATION = "META-INF/mainstay/disabled.properties";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		ClassLoader classLoader = application.getClassLoader();
		MutablePropertySources sources = environment.getPropertySources();
		boolean enabled = Switch.isOn(environment);
		Map<String, Object> defaults = MainstayDefaults.load(classLoader,
				enabled ? DEFAULTS_LOCATION : DISABLED_LOCATION);
		List<DefaultCondition> conditions = SpringFactoriesLoader.forDefaultResourceLocation(classLoader)
			.load(DefaultCondition.class);
		defaults.keySet().removeIf((name) -> !conditions.stream().allMatch((it) -> it.matches(name, environment)));
		MainstayDefaults.addLast(sources, MainstayDefaults.DEFAULTS, defaults);
	}

}
