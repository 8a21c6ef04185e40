package dev.mainstay.core.validation.paging.servlet;

import java.util.List;

import dev.mainstay.core.validation.paging.PageGuard;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.data.web.PageableArgumentResolver;
import org.springframework.data.web.SortArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Puts the guard before the resolvers of Spring Data, and before the application's own
 * subclasses of them. Called once for each bean when the application starts.
 *
 * @since 0.1.0
 */
public final class ServletPageGuardPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<PageGuard> guard;

	/**
	 * Create the post-processor.
	 * @param guard asked for the guard when there is something to look at
	 */
	public ServletPageGuardPostProcessor(ObjectProvider<PageGuard> guard) {
		this.guard = guard;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof RequestMappingHandlerAdapter adapter) {
			this.guard.ifAvailable((found) -> decorate(adapter, found));
		}
		return bean;
	}

	private static void decorate(RequestMappingHandlerAdapter adapter, PageGuard guard) {
		List<HandlerMethodArgumentResolver> resolvers = adapter.getArgumentResolvers();
		if (guard.isActive() && resolvers != null) {
			adapter.setArgumentResolvers(resolvers.stream().map((resolver) -> decorate(resolver, guard)).toList());
		}
	}

	private static HandlerMethodArgumentResolver decorate(HandlerMethodArgumentResolver resolver, PageGuard guard) {
		boolean paging = resolver instanceof PageableArgumentResolver || resolver instanceof SortArgumentResolver;
		return paging ? new GuardedArgumentResolver(resolver, guard) : resolver;
	}

}
