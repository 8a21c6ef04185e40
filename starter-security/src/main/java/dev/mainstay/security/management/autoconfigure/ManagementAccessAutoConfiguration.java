package dev.mainstay.security.management.autoconfigure;

import dev.mainstay.core.management.ManagementAccessPolicy;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.security.management.AccessPolicies;
import dev.mainstay.security.management.ManagementAccessEvents;
import dev.mainstay.security.management.servlet.OwnRulePolicy;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Auto-configuration of the policies that admit callers to the guarded management
 * endpoints, and of the events that tell of them.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnClass(WebEndpointsSupplier.class)
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, ManagementAccessAutoConfiguration.ENABLED },
		matchIfMissing = true)
@EnableConfigurationProperties(ManagementAccessProperties.class)
public final class ManagementAccessAutoConfiguration {

	static final String ENABLED = "mainstay.security.management.enabled";

	@Bean
	@Order(100)
	@ConditionalOnMissingBean(name = "mainstayScrapePolicy")
	ManagementAccessPolicy mainstayScrapePolicy(ManagementAccessProperties properties) {
		return AccessPolicies.scrapers(properties.scrapeFrom());
	}

	@Bean
	@Order(200)
	@ConditionalOnMissingBean(name = "mainstayTokenPolicy")
	ManagementAccessPolicy mainstayTokenPolicy(ManagementAccessProperties properties) {
		return AccessPolicies.token(properties.token());
	}

	@Bean
	@Order(300)
	@ConditionalOnMissingBean(name = "mainstayRolePolicy")
	ManagementAccessPolicy mainstayRolePolicy(ManagementAccessProperties properties) {
		return AccessPolicies.role(properties.role());
	}

	@Bean
	@ConditionalOnMissingBean
	ManagementAccessEvents mainstayManagementAccessEvents(ApplicationEventPublisher publisher) {
		return new ManagementAccessEvents(publisher);
	}

	@Bean
	ManagementAccessStatus mainstayManagementAccessStatus(ManagementAccessProperties properties,
			Environment environment) {
		return Switch.isOn(environment, ENABLED) ? ManagementAccessStatus.on(properties) : ManagementAccessStatus.off();
	}

	/**
	 * What is known of a caller with Spring Security.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Authentication.class)
	static class SpringSecurityConfiguration {

		@Bean
		@Order(400)
		@ConditionalOnMissingBean(name = "mainstayAuthorityPolicy")
		ManagementAccessPolicy mainstayAuthorityPolicy(ManagementAccessProperties properties) {
			return AccessPolicies.authority(properties.role());
		}

	}

	/**
	 * The rules that the application made for Spring Security on the servlet stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnClass({ DispatcherServlet.class, WebInvocationPrivilegeEvaluator.class, WebEndpointProperties.class })
	static class OwnRuleConfiguration {

		@Bean
		@Order(500)
		@ConditionalOnMissingBean
		OwnRulePolicy mainstayOwnRulePolicy(ObjectProvider<WebInvocationPrivilegeEvaluator> evaluators,
				ObjectProvider<WebEndpointProperties> endpoints) {
			return new OwnRulePolicy(evaluators, endpoints.getIfAvailable(WebEndpointProperties::new).getBasePath());
		}

	}

}
