package dev.mainstay.core.hardening.transport;

import dev.mainstay.core.hardening.InspectedApplication;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Tells what Spring has made for itself from what the application has made.
 */
final class BeanOwner {

	private BeanOwner() {
	}

	static boolean isSpring(InspectedApplication application, String bean) {
		ConfigurableListableBeanFactory factory = factory(application);
		if (factory == null || !factory.containsBeanDefinition(bean)) {
			return false;
		}
		BeanDefinition definition = factory.getMergedBeanDefinition(bean);
		String maker = definition.getFactoryBeanName();
		Class<?> type = (maker != null) ? factory.getType(maker) : null;
		return type != null && type.getName().startsWith("org.springframework.");
	}

	static @Nullable ConfigurableListableBeanFactory factory(InspectedApplication application) {
		return (application.context()
			.getAutowireCapableBeanFactory() instanceof ConfigurableListableBeanFactory factory) ? factory : null;
	}

}
