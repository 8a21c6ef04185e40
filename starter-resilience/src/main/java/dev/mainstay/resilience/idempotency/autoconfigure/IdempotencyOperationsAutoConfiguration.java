package dev.mainstay.resilience.idempotency.autoconfigure;

import java.util.List;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.autoconfigure.ConditionalOnMissingEndpoint;
import dev.mainstay.core.mode.autoconfigure.EndpointStatus;
import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.IdempotencyMode;
import dev.mainstay.resilience.idempotency.IdempotencyRecords;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.RouteRules;
import dev.mainstay.resilience.idempotency.actuate.IdempotencyAudit;
import dev.mainstay.resilience.idempotency.actuate.IdempotencyEndpoint;
import dev.mainstay.resilience.idempotency.actuate.IdempotencyHealthIndicator;
import dev.mainstay.resilience.idempotency.actuate.IdempotencyHistory;
import dev.mainstay.resilience.idempotency.actuate.InspectedStore;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of what an operator sees of idempotency keys and may do by hand, and
 * of what is done with open operations when the service stops.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = IdempotencyAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.idempotency.enabled" }, matchIfMissing = true)
@ConditionalOnBean({ Idempotency.class, IdempotencyStore.class })
public final class IdempotencyOperationsAutoConfiguration {

	@Bean
	ClaimsAtShutdown mainstayIdempotencyClaimsAtShutdown(Idempotency idempotency) {
		return new ClaimsAtShutdown(idempotency);
	}

	@Bean
	IdempotencyHistory mainstayIdempotencyHistory() {
		return new IdempotencyHistory();
	}

	@Bean
	InspectedStore mainstayInspectedIdempotencyStore(IdempotencyStore store, ObjectProvider<IdempotencyRecords> records,
			ObjectProvider<RouteRules> rules) {
		RouteRules some = rules.getIfUnique();
		return InspectedStore.of(store, (some != null) ? some.mode() : IdempotencyMode.LEASE, records.getIfUnique());
	}

	/**
	 * The endpoint, where it is exposed, and the paths of all endpoints.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
	static class EndpointConfiguration {

		@Bean
		@ConditionalOnMissingEndpoint("idempotency")
		@ConditionalOnAvailableEndpoint
		IdempotencyEndpoint mainstayIdempotencyEndpoint(InspectedStore store, Idempotency idempotency,
				IdempotencyHistory history, ApplicationEventPublisher events) {
			return new IdempotencyEndpoint(store, idempotency.settings(), history, new IdempotencyAudit(events));
		}

		/**
		 * On a port of its own an endpoint has a path that may be the application's here.
		 */
		@Bean
		ManagementPaths mainstayIdempotencyManagementPaths(ObjectProvider<PathMappedEndpoints> endpoints,
				Environment environment) {
			boolean same = ManagementPortType.get(environment) == ManagementPortType.SAME;
			return new ManagementPaths(() -> {
				PathMappedEndpoints known = same ? endpoints.getIfAvailable() : null;
				return (known != null) ? known.getAllPaths() : List.of();
			});
		}

		@Bean
		FeatureStatus mainstayIdempotencyEndpointStatus(ListableBeanFactory beans, Environment environment) {
			return EndpointStatus.of(IdempotencyEndpoint.class, "idempotency-endpoint", beans, environment);
		}

	}

	/**
	 * The detail of the health, where there is one.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
	static class HealthConfiguration {

		@Bean
		@ConditionalOnMissingBean
		@ConditionalOnEnabledHealthIndicator("mainstay-idempotency")
		IdempotencyHealthIndicator mainstayIdempotencyHealthIndicator(InspectedStore store,
				IdempotencyHistory history) {
			return new IdempotencyHealthIndicator(store, history);
		}

	}

}
