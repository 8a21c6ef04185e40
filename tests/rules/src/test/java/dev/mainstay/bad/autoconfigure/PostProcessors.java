package dev.mainstay.bad.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.ConfigurableEnvironment;

@Configuration(proxyBeanMethods = false)
class PostProcessors {

	@Bean
	BeanPostProcessor ofAnInstance() {
		return new BeanPostProcessor() {
		};
	}

	@Bean
	static BeanPostProcessor early(StringBuilder bean) {
		return new BeanPostProcessor() {
		};
	}

	@Bean
	static BeanPostProcessor late(ObjectProvider<StringBuilder> beans, @Lazy StringBuilder bean,
			ApplicationContext context, ConfigurableEnvironment environment) {
		return new BeanPostProcessor() {
		};
	}

	@Bean
	static BeanFactoryPostProcessor asking(ObjectProvider<StringBuilder> beans) {
		return (beanFactory) -> {
		};
	}

	@Bean
	static BeanFactoryPostProcessor reading(ConfigurableEnvironment environment) {
		return (beanFactory) -> {
		};
	}

}
