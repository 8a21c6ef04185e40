package dev.mainstay.core.validation.autoconfigure;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.validation.MissingValid;
import dev.mainstay.core.validation.ValidationRules;
import dev.mainstay.core.validation.reactive.ReactiveFormConfigurer;
import dev.mainstay.core.validation.reactive.ReactiveMissingValidPostProcessor;
import dev.mainstay.core.validation.servlet.ServletMissingValidPostProcessor;
import jakarta.validation.Validator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;

/**
 * Auto-configuration of the check for forgotten validation, where the application has
 * something to validate with.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ValidationRulesAutoConfiguration.class,
		afterName = "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration")
@ConditionalOnWebApplication
@ConditionalOnClass(Validator.class)
@ConditionalOnSingleCandidate(Validator.class)
@ConditionalOnBean(ValidationRules.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.validation.enabled" }, matchIfMissing = true)
public final class MissingValidAutoConfiguration {

	private static final String FEATURE = "validation";

	@Bean
	@ConditionalOnMissingBean
	MissingValid mainstayMissingValid(Validator validator, ValidationRules rules, ValidationProperties properties) {
		return new MissingValid(validator, rules.rule(MissingValid.RULE, properties.missingValid()));
	}

	/**
	 * Looks at what the handlers of Spring MVC take.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnClass(name = "org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter")
	static class ServletConfiguration {

		@Bean
		static ServletMissingValidPostProcessor mainstayMissingValidPostProcessor(
				ObjectProvider<MissingValid> missing) {
			return new ServletMissingValidPostProcessor(missing);
		}

	}

	/**
	 * Looks at the bodies and forms that the handlers of Spring WebFlux take.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@ConditionalOnClass(name = "org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter")
	static class ReactiveConfiguration {

		@Bean
		static ReactiveMissingValidPostProcessor mainstayMissingValidPostProcessor(
				ObjectProvider<MissingValid> missing) {
			return new ReactiveMissingValidPostProcessor(missing);
		}

		@Bean
		ReactiveFormConfigurer mainstayReactiveFormConfigurer(ObjectProvider<MissingValid> missing,
				ObjectProvider<RequestMappingHandlerAdapter> adapter, ObjectProvider<WebFluxConfigurer> configurers) {
			return new ReactiveFormConfigurer(missing, adapter, configurers);
		}

		@Bean
		FeatureStatus mainstayMissingValidStatus() {
			return new Limited(FEATURE,
					"looks at bodies and forms, not at what annotated controllers bind by @ModelAttribute");
		}

	}

	/** On, with a remark. */
	private record Limited(String feature, String reason) implements FeatureStatus {

	}

}
