package dev.mainstay.security.event.autoconfigure;

import java.util.EnumSet;

import dev.mainstay.security.event.SecurityEventLog;
import dev.mainstay.security.event.SecurityEventPublisher;
import dev.mainstay.security.event.authentication.AuthenticationEvents;
import dev.mainstay.security.event.authentication.Authentications;
import dev.mainstay.security.event.authentication.AuthorizationEvents;
import dev.mainstay.security.event.authentication.RecentSuccesses;
import dev.mainstay.security.event.authentication.servlet.DeniedRequestFilter;
import dev.mainstay.security.event.authentication.servlet.RefusedCredentialsFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authorization.event.AuthorizationEvent;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;

/**
 * Auto-configuration of the security events of Spring Security on the servlet stack.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = SecurityEventAutoConfiguration.class,
		afterName = "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration")
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass({ AuthorizationEvent.class, AbstractPreAuthenticatedProcessingFilter.class })
@ConditionalOnBean(value = SecurityEventLog.class, name = ServletAuthenticationEventAutoConfiguration.CHAIN)
public final class ServletAuthenticationEventAutoConfiguration {

	static final String CHAIN = "springSecurityFilterChain";

	/** Spring Boot's default of the filter of Spring Security. */
	private static final int DEFAULT_ORDER = -100;

	/** With room for what answers for Spring Security, and within the current request. */
	private static final int DISTANCE = 3;

	@Bean
	AuthenticationEvents mainstayAuthenticationEvents(SecurityEventLog log, SecurityEventProperties properties) {
		RecentSuccesses recent = new RecentSuccesses(properties.successInterval());
		return new AuthenticationEvents(log, new Authentications(log, recent));
	}

	@Bean
	AuthorizationEvents mainstayAuthorizationEvents(SecurityEventLog log) {
		return new AuthorizationEvents(log);
	}

	@Bean
	FilterRegistrationBean<RefusedCredentialsFilter> mainstayRefusedCredentialsFilter(SecurityEventPublisher events,
			ObjectProvider<DelegatingFilterProxyRegistrationBean> security) {
		return at(order(security) - DISTANCE, new RefusedCredentialsFilter(events), events);
	}

	@Bean
	FilterRegistrationBean<DeniedRequestFilter> mainstayDeniedRequestFilter(SecurityEventPublisher events,
			ObjectProvider<DelegatingFilterProxyRegistrationBean> security) {
		return at(order(security) + DISTANCE, new DeniedRequestFilter(events), events);
	}

	private static <F extends Filter> FilterRegistrationBean<F> at(int order, F filter, SecurityEventPublisher events) {
		FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(order);
		registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
		registration.setEnabled(events.enabled());
		return registration;
	}

	/** Far from both ends, where nobody else could be, either. */
	private static int order(ObjectProvider<DelegatingFilterProxyRegistrationBean> registrations) {
		int order = registrations.stream()
			.filter((registration) -> CHAIN.equals(registration.getFilterName()))
			.mapToInt(DelegatingFilterProxyRegistrationBean::getOrder)
			.findFirst()
			.orElse(DEFAULT_ORDER);
		return Math.max(Integer.MIN_VALUE + DISTANCE, Math.min(Integer.MAX_VALUE - DISTANCE, order));
	}

}
