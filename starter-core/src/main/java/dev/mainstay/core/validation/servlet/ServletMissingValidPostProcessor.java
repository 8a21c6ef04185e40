package dev.mainstay.core.validation.servlet;

import java.util.List;

import dev.mainstay.core.validation.internal.Wrapping;
import dev.mainstay.core.validation.MissingValid;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.method.annotation.ModelAttributeMethodProcessor;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.HttpEntityMethodProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestPartMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor;

/**
 * Has the arguments looked at that the framework reads or binds from a request. Called
 * once for each bean when the application starts.
 *
 * @since 0.1.0
 */
public final class ServletMissingValidPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<MissingValid> missing;

	/**
	 * Create the post-processor.
	 * @param missing asked for the check when there is something to look at
	 */
	public ServletMissingValidPostProcessor(ObjectProvider<MissingValid> missing) {
		this.missing = missing;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof RequestMappingHandlerAdapter adapter) {
			this.missing.ifAvailable((check) -> decorate(adapter, check));
		}
		return bean;
	}

	private static void decorate(RequestMappingHandlerAdapter adapter, MissingValid check) {
		List<HandlerMethodArgumentResolver> resolvers = adapter.getArgumentResolvers();
		if (check.isActive() && resolvers != null) {
			adapter.setArgumentResolvers(resolvers.stream().map((resolver) -> decorate(resolver, check)).toList());
		}
	}

	private static HandlerMethodArgumentResolver decorate(HandlerMethodArgumentResolver resolver, MissingValid check) {
		Object innermost = Wrapping.innermost(resolver);
		boolean reads = innermost instanceof RequestResponseBodyMethodProcessor
				|| innermost instanceof RequestPartMethodArgumentResolver
				|| innermost instanceof HttpEntityMethodProcessor || innermost instanceof ModelAttributeMethodProcessor;
		return reads ? new MissingValidArgumentResolver(resolver, check) : resolver;
	}

}
