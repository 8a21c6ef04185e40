package dev.mainstay.core.validation.autoconfigure;

import dev.mainstay.core.validation.parameters.DuplicateParameters;
import dev.mainstay.core.validation.parameters.reactive.SingleValueHandlerAdapter;
import dev.mainstay.core.validation.parameters.servlet.ServletDuplicateParametersPostProcessor;
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
import org.springframework.web.reactive.HandlerAdapter;

/**
 * Auto-configuration of the rule on parameters that are sent more often than they are
 * taken.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ValidationRulesAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBean(ValidationRules.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.validation.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(ParameterProperties.class)
public final class DuplicateParametersAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	DuplicateParameters mainstayDuplicateParameters(ValidationRules rules, ParameterProperties properties) {
		return new DuplicateParameters(rules.rule(DuplicateParameters.RULE, properties.duplicateParameters()));
	}

	/**
	 * Looks at what the handlers of Spring MVC take.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnClass(name = "org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter")
	static class ServletConfiguration {

		@Bean
		static ServletDuplicateParametersPostProcessor mainstayDuplicateParametersPostProcessor(
				ObjectProvider<DuplicateParameters> duplicates) {
			return new ServletDuplicateParametersPostProcessor(duplicates);
		}

	}

	/**
	 * Looks at what the handlers of Spring WebFlux take.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@ConditionalOnClass(name = "org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter")
	static class ReactiveConfiguration {

		@Bean
		SingleValueHandlerAdapter mainstaySingleValueHandlerAdapter(DuplicateParameters duplicates,
				ObjectProvider<HandlerAdapter> adapters) {
			return new SingleValueHandlerAdapter(duplicates, adapters);
		}

	}

}
