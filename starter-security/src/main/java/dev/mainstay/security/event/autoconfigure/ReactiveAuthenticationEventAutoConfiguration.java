package dev.mainstay.security.event.autoconfigure;

import dev.mainstay.security.event.SecurityEventLog;
import dev.mainstay.security.event.SecurityEventPublisher;
import dev.mainstay.security.event.authentication.Authentications;
import dev.mainstay.security.event.authentication.RecentSuccesses;
import dev.mainstay.security.event.authentication.reactive.DeniedRequestWebFilter;
import dev.mainstay.security.event.authentication.reactive.ObservedAuthentications;
import dev.mainstay.security.event.authentication.reactive.ObservedAuthorizations;
import dev.mainstay.security.event.authentication.reactive.RefusedCredentialsWebFilter;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.server.WebFilterChainProxy;

/**
 * Auto-configuration of the security events of Spring Security on WebFlux.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = SecurityEventAutoConfiguration.class,
		afterName = {
				"org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration",
				"org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration" })
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnClass(WebFilterChainProxy.class)
@ConditionalOnBean({ SecurityEventLog.class, WebFilterChainProxy.class })
public final class ReactiveAuthenticationEventAutoConfiguration {

	@Bean
	RefusedCredentialsWebFilter mainstayRefusedCredentialsFilter(SecurityEventPublisher events) {
		return new RefusedCredentialsWebFilter(events);
	}

	@Bean
	DeniedRequestWebFilter mainstayDeniedRequestFilter(SecurityEventPublisher events) {
		return new DeniedRequestWebFilter(events);
	}

	/**
	 * What Spring Security has observed, where anything is.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(ObservationRegistry.class)
	static class ObservationConfiguration {

		@Bean
		ObservedAuthentications mainstayObservedAuthentications(SecurityEventLog log, SecurityEventPublisher events,
				SecurityEventProperties properties) {
			RecentSuccesses recent = new RecentSuccesses(properties.successInterval());
			return new ObservedAuthentications(new Authentications(log, recent), events);
		}

		@Bean
		ObservedAuthorizations mainstayObservedAuthorizations(SecurityEventPublisher events) {
			return new ObservedAuthorizations(events);
		}

	}

	/**
	 * Says what is not seen.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(ObservationRegistry.class)
	static class NoObservationConfiguration {

		@Bean
		UnseenEvents mainstayUnseenAuthentications() {
			return new UnseenEvents("without successful authentications, failed form logins and requests denied by a "
					+ "chain, which Spring Security on WebFlux tells an ObservationRegistry only");
		}

	}

}
