package dev.mainstay.core.validation.autoconfigure;

import dev.mainstay.core.validation.json.JsonRules;
import dev.mainstay.core.validation.json.MappersLeftAlone;
import dev.mainstay.core.validation.json.reactive.ReactiveJsonPostProcessor;
import dev.mainstay.core.validation.json.servlet.ServletJsonPostProcessor;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The limits on JSON on a separate management port, where the framework is configured a
 * second time.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnClass(JsonMapper.class)
@ConditionalOnBean(JsonRules.class)
final class JsonManagementPortConfiguration {

	/**
	 * What Spring MVC reads.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnClass(name = "org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter")
	static class ServletConfiguration {

		@Bean
		static ServletJsonPostProcessor mainstayManagementJsonPostProcessor(ObjectProvider<JsonRules> rules,
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
		static ReactiveJsonPostProcessor mainstayManagementJsonPostProcessor(ObjectProvider<JsonRules> rules,
				ObjectProvider<MappersLeftAlone> status) {
			return new ReactiveJsonPostProcessor(rules, status);
		}

	}

}
