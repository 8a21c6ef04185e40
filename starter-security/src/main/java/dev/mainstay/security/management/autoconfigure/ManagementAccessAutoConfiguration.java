package dev.mainstay.security.management.autoconfigure;

import dev.mainstay.security.management.AuthorityPolicy;
import dev.mainstay.security.management.RolePolicy;
import dev.mainstay.security.management.ScrapePolicy;
import dev.mainstay.security.management.TokenPolicy;
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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Auto-configuration of the policies that admit callers to the guarded management
 * endpoints.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnClass(WebEndpointsSupplier.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.security.management.enabled" },
		matchIfMissing = true)
@EnableConfigurationProperties(ManagementAccessProperties.class)
public final class ManagementAccessAutoConfiguration {

	@Bean
	@Order(100)
	@ConditionalOnMissingBean
	ScrapePolicy mainstayScrapePolicy(ManagementAccessProperties properties) {
		return new ScrapePolicy(properties.scrapeFrom());
	}

	@Bean
	@Order(200)
	@ConditionalOnMissingBean
	TokenPolicy mainstayTokenPolicy(ManagementAccessProperties properties) {
		return new TokenPolicy(properties.token());
	}

	@Bean
	@Order(300)
	@ConditionalOnMissingBean
	RolePolicy mainstayRolePolicy(ManagementAccessProperties properties) {
		return new RolePolicy(properties.role());
	}

	@Bean
	ManagementAccessStatus mainstayManagementAccessStatus(ManagementAccessProperties properties) {
		return ManagementAccessStatus.of(properties);
	}

	/**
	 * What is known of a caller with Spring Security.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Authentication.class)
	static class SpringSecurityConfiguration {

		@Bean
		@Order(400)
		@ConditionalOnMissingBean
		AuthorityPolicy mainstayAuthorityPolicy(ManagementAccessProperties properties) {
			return new AuthorityPolicy(properties.role());
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
