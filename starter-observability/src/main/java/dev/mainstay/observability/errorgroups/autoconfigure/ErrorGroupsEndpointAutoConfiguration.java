package dev.mainstay.observability.errorgroups.autoconfigure;

import java.nio.file.Path;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.mode.autoconfigure.ConditionalOnMissingEndpoint;
import dev.mainstay.core.mode.autoconfigure.EndpointStatus;
import dev.mainstay.observability.errorgroups.ErrorGroups;
import dev.mainstay.observability.errorgroups.actuate.ErrorGroupsAudit;
import dev.mainstay.observability.errorgroups.actuate.ErrorGroupsEndpoint;
import dev.mainstay.observability.errorgroups.actuate.ErrorGroupsScope;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the endpoint that shows error groups.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ErrorGroupsAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, ErrorGroupsAutoConfiguration.ENABLED }, matchIfMissing = true)
@ConditionalOnBean({ ErrorGroups.class, ErrorGroupsProperties.class })
public final class ErrorGroupsEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingEndpoint("errorgroups")
	@ConditionalOnAvailableEndpoint
	ErrorGroupsEndpoint mainstayErrorGroupsEndpoint(ErrorGroups groups, ErrorGroupsProperties properties,
			ApplicationEventPublisher events, Environment environment) {
		Path file = properties.file();
		ErrorGroupsScope scope = new ErrorGroupsScope(Switch.isOn(environment, ErrorGroupsAutoConfiguration.ENABLED),
				properties.maxGroups(), (file != null) ? file.toString() : null);
		return new ErrorGroupsEndpoint(groups, scope, new ErrorGroupsAudit(events));
	}

	@Bean
	FeatureStatus mainstayErrorGroupsEndpointStatus(ListableBeanFactory beans, Environment environment) {
		return EndpointStatus.of(ErrorGroupsEndpoint.class, "errorgroups-endpoint", beans, environment);
	}

}
