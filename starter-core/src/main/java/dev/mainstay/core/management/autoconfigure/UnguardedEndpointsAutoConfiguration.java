package dev.mainstay.core.management.autoconfigure;

import java.util.List;

import dev.mainstay.core.defaults.MainstayDefaults;
import dev.mainstay.core.management.GuardedEndpoints;

import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Auto-configuration of what happens to exposed endpoints where the guard is missing: the
 * application may exclude it, or serve its endpoints by something that the guard cannot
 * be bound to. Apart from the guard, so that it stays when that is excluded.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = WebEndpointAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnClass(ExposableWebEndpoint.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.security.management.enabled" },
		matchIfMissing = true)
public final class UnguardedEndpointsAutoConfiguration {

	private static final List<String> BOUND_GUARDS = List.of("mainstayManagementGuardInterceptor",
			"mainstayManagementGuardHandlerAdapter");

	@Bean
	UnguardedEndpointsFilter mainstayUnguardedEndpointsFilter(ConfigurableEnvironment environment,
			ListableBeanFactory beanFactory) {
		return new UnguardedEndpointsFilter(MainstayDefaults.provides(environment, GuardedEndpoints.EXPOSURE),
				BOUND_GUARDS.stream().anyMatch(beanFactory::containsBeanDefinition));
	}

}
