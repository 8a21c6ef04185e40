package dev.mainstay.core.validation.autoconfigure;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.validation.ValidationRules;
import dev.mainstay.core.validation.json.BuilderMark;
import dev.mainstay.core.validation.json.JsonRules;
import dev.mainstay.core.validation.json.MappersLeftAlone;
import dev.mainstay.core.validation.json.reactive.ReactiveJsonPostProcessor;
import dev.mainstay.core.validation.json.servlet.ServletJsonPostProcessor;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the limits and rules on the JSON of requests, where it is read
 * with Jackson 3.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ValidationRulesAutoConfiguration.class,
		beforeName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnWebApplication
@ConditionalOnClass({ JsonMapper.class, JsonMapperBuilderCustomizer.class })
@ConditionalOnBean(ValidationRules.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", JsonInputAutoConfiguration.SWITCH }, matchIfMissing = true)
@EnableConfigurationProperties({ JsonLimitsProperties.class, JsonRuleProperties.class, ValidationProperties.class })
public final class JsonInputAutoConfiguration {

	static final String SWITCH = "mainstay.validation.enabled";

	@Bean
	@ConditionalOnMissingBean
	JsonRules mainstayJsonRules(JsonLimitsProperties limits, JsonRuleProperties rungs, ValidationRules rules,
			ObjectProvider<ValidationProperties> validation, Environment environment) {
		boolean active = Switch.isOn(environment, SWITCH);
		return new JsonRules(active ? limits.limits() : JsonLimitsProperties.none(),
				(rule) -> rules.rule(rule.property(), rungs.rung(rule, validation.getObject().strictness())),
				active && !limits.jsonNul());
	}

	@Bean
	static BuilderMark mainstayBuilderMark() {
		return new BuilderMark();
	}

	@Bean
	MappersLeftAlone mainstayStrictJsonStatus(ConfigurableListableBeanFactory beans) {
		return new MappersLeftAlone(beans);
	}

	/**
	 * What Spring MVC reads.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnClass(name = "org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter")
	static class ServletConfiguration {

		@Bean
		static ServletJsonPostProcessor mainstayJsonPostProcessor(ObjectProvider<JsonRules> rules,
				ObjectProvider<MappersLeftAlone> status) {
			return new ServletJsonPostProcessor(rules, status);
		}

	}

	/**
	 * What Spring WebFlux reads.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@ConditionalOnClass(name = "org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter")
	static class ReactiveConfiguration {

		@Bean
		static ReactiveJsonPostProcessor mainstayJsonPostProcessor(ObjectProvider<JsonRules> rules,
				ObjectProvider<MappersLeftAlone> status) {
			return new ReactiveJsonPostProcessor(rules, status);
		}

	}

}
