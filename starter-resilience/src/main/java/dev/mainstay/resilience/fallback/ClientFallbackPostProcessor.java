package dev.mainstay.resilience.fallback;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * Puts fallbacks in front of HTTP interface clients that are beans.
 *
 * @since 0.1.0
 */
public final class ClientFallbackPostProcessor implements BeanPostProcessor {

	private final ClientFallbackInterceptor interceptor;

	private final Supplier<Boolean> active;

	/**
	 * Create the post-processor.
	 * @param active whether there is any fallback, asked without creating one
	 * @param all the fallbacks, asked for at a failure
	 * @param fallbacks tells who wants to know, asked for at a failure
	 * @param clientName the name of the client of an interface
	 */
	public ClientFallbackPostProcessor(Supplier<Boolean> active, Supplier<List<ClientFallback<?>>> all,
			Supplier<Fallbacks> fallbacks, Function<Class<?>, String> clientName) {
		this.active = active;
		this.interceptor = new ClientFallbackInterceptor(all, fallbacks, clientName);
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (!Proxy.isProxyClass(bean.getClass()) || !isClient(bean) || !this.active.get()) {
			return bean;
		}
		if (bean instanceof Advised advised && !advised.isFrozen()) {
			advised.addAdvice(0, this.interceptor);
			return bean;
		}
		ProxyFactory factory = new ProxyFactory(bean);
		factory.addAdvice(this.interceptor);
		return factory.getProxy(bean.getClass().getClassLoader());
	}

	private static boolean isClient(Object bean) {
		for (Class<?> type : ClassUtils.getAllInterfaces(bean)) {
			if (!type.getName().startsWith("org.springframework.")
					&& !MethodIntrospector.selectMethods(type, ClientFallbackPostProcessor::isExchange).isEmpty()) {
				return true;
			}
		}
		return false;
	}

	private static boolean isExchange(Method method) {
		return AnnotatedElementUtils.hasAnnotation(method, HttpExchange.class);
	}

}
