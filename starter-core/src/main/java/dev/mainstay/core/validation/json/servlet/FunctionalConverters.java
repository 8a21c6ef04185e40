package dev.mainstay.core.validation.json.servlet;

import java.lang.reflect.Method;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;

/**
 * Has functional handlers read with the converters of the annotated ones. The framework
 * gives both the same, and only those of the annotated ones can be asked for; whatever
 * somebody else has made keeps its own. Thread-safe.
 */
final class FunctionalConverters {

	private static final String FRAMEWORK = "org.springframework.";

	private final ConfigurableListableBeanFactory beans;

	private @Nullable List<HttpMessageConverter<?>> converters;

	private @Nullable RouterFunctionMapping mapping;

	FunctionalConverters(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	/**
	 * Whether the framework configured a bean, also where its definition is generated.
	 */
	boolean isOfFramework(String beanName) {
		if (!this.beans.containsBeanDefinition(beanName)) {
			return false;
		}
		Method factory = (this.beans.getMergedBeanDefinition(beanName) instanceof RootBeanDefinition definition)
				? definition.getResolvedFactoryMethod() : null;
		return factory != null && factory.getDeclaringClass().getName().startsWith(FRAMEWORK);
	}

	/** Called in any order with the one below, each once. */
	synchronized void of(List<HttpMessageConverter<?>> annotated) {
		this.converters = annotated;
		apply();
	}

	synchronized void in(RouterFunctionMapping functional) {
		this.mapping = functional;
		apply();
	}

	private void apply() {
		if (this.mapping != null && this.converters != null) {
			this.mapping.setMessageConverters(this.converters);
		}
	}

}
