package dev.mainstay.core.validation.autoconfigure;

import dev.mainstay.core.validation.paging.PageGuard;
import dev.mainstay.core.validation.paging.PagingLimits;
import dev.mainstay.core.validation.paging.PagingRules;
import dev.mainstay.core.validation.paging.reactive.ReactivePageGuardConfigurer;
import dev.mainstay.core.validation.paging.servlet.ServletPageGuardPostProcessor;
import dev.mainstay.core.validation.ValidationRules;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * Auto-configuration of the rules on pages and sorting, where the application has Spring
 * Data on its class path.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ValidationRulesAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnClass(name = "org.springframework.data.web.PageableHandlerMethodArgumentResolverSupport")
@ConditionalOnBean(ValidationRules.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.validation.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(PagingProperties.class)
public final class PagingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	PageGuard mainstayPageGuard(ValidationRules rules, PagingProperties properties) {
		PagingRules paging = new PagingRules(rules.rule("page-size", properties.pageSize()),
				rules.rule("negative-page", properties.negativePage()),
				rules.rule("page-offset", properties.pageOffset()),
				rules.rule("sort-property", properties.sortProperty()));
		PagingProperties.Paging limits = properties.paging();
		return new PageGuard(paging, new PagingLimits(limits.maxSize(), limits.maxOffset(), limits.maxSorts()));
	}

	/**
	 * Guards the handlers of Spring MVC.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnClass(name = "org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter")
	static class ServletConfiguration {

		@Bean
		static ServletPageGuardPostProcessor mainstayPageGuardPostProcessor(ObjectProvider<PageGuard> guard) {
			return new ServletPageGuardPostProcessor(guard);
		}

	}

	/**
	 * Guards the handlers of Spring WebFlux.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@ConditionalOnClass(name = "org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter")
	static class ReactiveConfiguration {

		@Bean
		ReactivePageGuardConfigurer mainstayPageGuardConfigurer(ObjectProvider<PageGuard> guard,
				ObjectProvider<WebFluxConfigurer> configurers) {
			return new ReactivePageGuardConfigurer(guard, configurers);
		}

	}

}
