package dev.mainstay.resilience.call;

import java.util.List;
import java.util.function.Supplier;

import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.core.MethodIntrospector;
import org.springframework.util.ReflectionUtils.MethodFilter;

/**
 * Puts the engine in front of beans with annotated methods, before what else stands
 * there, such as their transactions. A method that cannot be called that way stops the
 * start.
 *
 * @since 0.1.0
 */
public final class ResilientPostProcessor extends AbstractBeanFactoryAwareAdvisingPostProcessor {

	private static final long serialVersionUID = 1L;

	/** Most beans: what has no such annotation is not searched for one. */
	private static final List<String> LIBRARIES = List.of("org.springframework.", "java.", "io.micrometer.");

	private final transient ResilientInterceptor interceptor;

	private final boolean active;

	/**
	 * Create the post-processor.
	 * @param resilience the engine, asked for at the first call
	 * @param proxyTargetClass whether proxies are subclasses, as the application has it
	 * @param active whether it is switched on; read at run time
	 */
	public ResilientPostProcessor(Supplier<Resilience> resilience, boolean proxyTargetClass, boolean active) {
		this.interceptor = new ResilientInterceptor(resilience);
		this.active = active;
		setBeforeExistingAdvisors(true);
		setProxyTargetClass(proxyTargetClass);
		this.advisor = new DefaultPointcutAdvisor(
				new ComposablePointcut(new AnnotationMatchingPointcut(Resilient.class, true))
					.union(new AnnotationMatchingPointcut(null, Resilient.class, true)),
				this.interceptor);
	}

	/**
	 * Whether an annotated method was found so far. A bean that is made later may have
	 * the first one.
	 * @return whether there is at least one
	 */
	public boolean hasMethods() {
		return this.interceptor.knowsAny();
	}

	@Override
	protected boolean isEligible(Class<?> targetClass) {
		return this.active && LIBRARIES.stream().noneMatch(targetClass.getName()::startsWith)
				&& super.isEligible(targetClass);
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		Class<?> type = AopUtils.getTargetClass(bean);
		if (isEligible(type)) {
			MethodFilter filter = (method) -> this.interceptor.find(method, type) != null;
			MethodIntrospector.selectMethods(type, filter);
		}
		return super.postProcessAfterInitialization(bean, beanName);
	}

}
