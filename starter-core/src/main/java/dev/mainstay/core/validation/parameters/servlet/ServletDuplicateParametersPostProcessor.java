package dev.mainstay.core.validation.parameters.servlet;

import java.util.List;

import dev.mainstay.core.validation.internal.Wrapping;
import dev.mainstay.core.validation.parameters.DuplicateParameters;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.method.annotation.ModelAttributeMethodProcessor;
import org.springframework.web.method.annotation.RequestParamMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Has the parameters looked at that the framework takes one value of. Called once for
 * each bean when the application starts.
 *
 * @since 0.1.0
 */
public final class ServletDuplicateParametersPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<DuplicateParameters> duplicates;

	/**
	 * Create the post-processor.
	 * @param duplicates asked what to do when there is something to look at
	 */
	public ServletDuplicateParametersPostProcessor(ObjectProvider<DuplicateParameters> duplicates) {
		this.duplicates = duplicates;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof RequestMappingHandlerAdapter adapter) {
			this.duplicates.ifAvailable((found) -> decorate(adapter, found));
		}
		return bean;
	}

	private static void decorate(RequestMappingHandlerAdapter adapter, DuplicateParameters duplicates) {
		List<HandlerMethodArgumentResolver> resolvers = adapter.getArgumentResolvers();
		if (duplicates.isActive() && resolvers != null) {
			adapter.setArgumentResolvers(resolvers.stream().map((resolver) -> decorate(resolver, duplicates)).toList());
		}
	}

	private static HandlerMethodArgumentResolver decorate(HandlerMethodArgumentResolver resolver,
			DuplicateParameters duplicates) {
		Object innermost = Wrapping.innermost(resolver);
		boolean reads = innermost instanceof RequestParamMethodArgumentResolver
				|| innermost instanceof ModelAttributeMethodProcessor;
		return reads ? new SingleValueArgumentResolver(resolver, duplicates) : resolver;
	}

}
