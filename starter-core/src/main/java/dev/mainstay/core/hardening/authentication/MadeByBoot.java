package dev.mainstay.core.hardening.authentication;

import java.util.Map;
import java.util.Optional;

import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Tells the bean of an auto-configuration from one of the application.
 */
final class MadeByBoot {

	private MadeByBoot() {
	}

	/** The configuration that declares a bean is in the definition of the bean. */
	static boolean isMade(InspectedApplication application, String bean, String configuration) {
		if (!(application.context().getAutowireCapableBeanFactory() instanceof ConfigurableListableBeanFactory factory)
				|| !factory.containsBeanDefinition(bean)) {
			return false;
		}
		BeanDefinition definition = factory.getBeanDefinition(bean);
		String declaredBy = Optional.ofNullable(definition.getFactoryBeanName()).orElse(definition.getBeanClassName());
		return declaredBy != null && declaredBy.startsWith("org.springframework.boot.")
				&& declaredBy.contains(configuration);
	}

	static <T> Optional<String> nameOf(InspectedApplication application, Map<String, T> beans, String configuration) {
		return beans.keySet().stream().filter((bean) -> isMade(application, bean, configuration)).findFirst();
	}

}
