package dev.mainstay.core.validation.autoconfigure;

import dev.mainstay.core.validation.ValidationRules;
import dev.mainstay.core.validation.uploads.FileNames;
import dev.mainstay.core.validation.uploads.reactive.FileNamesWebFilter;
import dev.mainstay.core.validation.uploads.servlet.FileNamesInterceptor;

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
import org.springframework.web.server.WebFilter;
import org.springframework.web.servlet.handler.MappedInterceptor;

/**
 * Auto-configuration of the rule on the names of uploaded files.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ValidationRulesAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBean(ValidationRules.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.validation.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(FileNameProperties.class)
public final class FileNamesAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	FileNames mainstayFileNames(ValidationRules rules, FileNameProperties properties) {
		return new FileNames(rules.rule(FileNames.RULE, properties.fileNames()));
	}

	/**
	 * Looks at what the handlers of Spring MVC take.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnClass(name = "org.springframework.web.servlet.DispatcherServlet")
	static class ServletConfiguration {

		@Bean
		MappedInterceptor mainstayFileNamesInterceptor(FileNames names) {
			return new MappedInterceptor(null, new FileNamesInterceptor(names));
		}

	}

	/**
	 * Looks at what the handlers of Spring WebFlux take.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@ConditionalOnClass(WebFilter.class)
	static class ReactiveConfiguration {

		@Bean
		FileNamesWebFilter mainstayFileNamesWebFilter(FileNames names) {
			return new FileNamesWebFilter(names);
		}

	}

}
