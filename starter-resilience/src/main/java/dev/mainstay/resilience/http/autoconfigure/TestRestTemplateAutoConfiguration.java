package dev.mainstay.resilience.http.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for the tests of an application: its {@code TestRestTemplate} is
 * built with the application's {@link RestTemplateBuilder}, but asks the application
 * itself, and wants its first answer.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = HttpClientAutoConfiguration.class)
@ConditionalOnClass(value = RestTemplateBuilder.class, name = TestRestTemplateExemption.TEMPLATE)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.http-client.enabled" }, matchIfMissing = true)
public final class TestRestTemplateAutoConfiguration {

	@Bean
	PlainRestTemplateBuilders mainstayPlainRestTemplateBuilders(ObjectProvider<RestTemplateBuilder> builders) {
		return new PlainRestTemplateBuilders(builders);
	}

	@Bean
	static BeanFactoryPostProcessor mainstayTestRestTemplateExemption() {
		return new TestRestTemplateExemption("mainstayPlainRestTemplateBuilders");
	}

}
