package dev.mainstay.resilience.deadline.jdbc;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.Advisor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.NameMatchMethodPointcut;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.util.ReflectionUtils;

/**
 * Puts itself in front of the data sources of an application, as a subclass of each: what
 * is injected as a pool of some type stays one. A data source of which there can be no
 * such subclass is left alone. Thread-safe.
 *
 * @since 0.1.0
 */
public final class DeadlineDataSources implements BeanPostProcessor, Ordered {

	private static final Logger logger = LoggerFactory.getLogger(DeadlineDataSources.class);

	private final BooleanSupplier active;

	private final List<String> leftAlone = new CopyOnWriteArrayList<>();

	/**
	 * Create it.
	 * @param active asked for each data source whether there can be deadlines
	 */
	public DeadlineDataSources(BooleanSupplier active) {
		this.active = active;
	}

	/**
	 * Outside of what others put in front of a data source.
	 */
	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof DataSource source && this.active.getAsBoolean()) ? watched(source, beanName) : bean;
	}

	private Object watched(DataSource source, String beanName) {
		try {
			if (source instanceof Advised proxy && !proxy.isFrozen()) {
				proxy.addAdvisor(0, advisor(new DeadlineInterceptor()));
				return source;
			}
			if (isOpen(source.getClass())) {
				return subclassed(source);
			}
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("The data source {} is left alone", beanName, ex);
		}
		this.leftAlone.add(beanName);
		return source;
	}

	private static Object subclassed(DataSource source) {
		DeadlineInterceptor interceptor = new DeadlineInterceptor();
		ProxyFactory factory = new ProxyFactory(source);
		factory.setProxyTargetClass(true);
		factory.addAdvisor(advisor(interceptor));
		Object proxy = factory.getProxy(source.getClass().getClassLoader());
		interceptor.show(HikariPoolField.of(source, proxy));
		return proxy;
	}

	private static Advisor advisor(DeadlineInterceptor interceptor) {
		NameMatchMethodPointcut connections = new NameMatchMethodPointcut();
		connections.setMappedName("getConnection");
		return new DefaultPointcutAdvisor(connections, interceptor);
	}

	/** A final method would run in the subclass, where there is nothing for it. */
	private static boolean isOpen(Class<?> type) {
		if (Modifier.isFinal(type.getModifiers()) || Proxy.isProxyClass(type)) {
			return false;
		}
		for (Method method : ReflectionUtils.getAllDeclaredMethods(type)) {
			if (method.getDeclaringClass() != Object.class && Modifier.isFinal(method.getModifiers())
					&& !Modifier.isPrivate(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The data sources whose statements know of no deadline.
	 * @return the names of their beans
	 */
	public List<String> leftAlone() {
		return List.copyOf(this.leftAlone);
	}

}
