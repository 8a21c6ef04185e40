package dev.mainstay.core.problem.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Has the errors of a separate management port answered in the place of Spring Boot's
 * endpoint for them, as soon as that has its path.
 */
final class ManagementErrorPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<ManagementErrors> errors;

	ManagementErrorPostProcessor(ObjectProvider<ManagementErrors> errors) {
		this.errors = errors;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof RequestMappingHandlerMapping mapping) {
			this.errors.ifAvailable((it) -> it.replaceIn(mapping));
		}
		return bean;
	}

}
