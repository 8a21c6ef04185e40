package dev.mainstay.core.defaults;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportEvent;
import org.springframework.boot.autoconfigure.AutoConfigurationImportListener;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Keeps the defaults behind every {@code @PropertySource} of the application before the
 * conditions of auto-configurations are decided. By then all configuration classes of the
 * application were parsed; a post-processor of the bean factory would come too late.
 */
final class DefaultsLastImportListener implements AutoConfigurationImportListener, EnvironmentAware {

	private @Nullable Environment environment;

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void onAutoConfigurationImportEvent(AutoConfigurationImportEvent event) {
		if (this.environment instanceof ConfigurableEnvironment configurable) {
			MainstayDefaults.moveLast(configurable.getPropertySources());
		}
	}

}
