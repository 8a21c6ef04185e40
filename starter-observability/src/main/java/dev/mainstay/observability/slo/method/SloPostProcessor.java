package dev.mainstay.observability.slo.method;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import dev.mainstay.observability.slo.Slo;
import dev.mainstay.observability.slo.SloEvents;

import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodIntrospector.MetadataLookup;
import org.springframework.core.Ordered;

/**
 * Has the calls of annotated methods of beans counted, before what else stands in front
 * of them, such as their transactions, and behind which their listeners are set up. A
 * method that cannot be counted that way, or is for an objective that there is not, stops
 * the start.
 *
 * @since 0.1.0
 */
public final class SloPostProcessor extends AbstractBeanFactoryAwareAdvisingPostProcessor {

	private static final long serialVersionUID = 1L;

	/** Most beans: what has no such annotation is not searched for one. */
	private static final List<String> LIBRARIES = List.of("org.springframework.", "java.", "io.micrometer.");

	/** Before those that hand methods of beans to what calls them. */
	private static final int EARLY = 100;

	private final transient Supplier<SloEvents> events;

	private final transient SloInterceptor interceptor;

	private final boolean active;

	/**
	 * Create the post-processor.
	 * @param events the counts, asked for when the first annotated bean is created
	 * @param proxyTargetClass whether proxies are subclasses, as the application has it
	 * @param active whether it is switched on; read at run time
	 */
	public SloPostProcessor(Supplier<SloEvents> events, boolean proxyTargetClass, boolean active) {
		this.events = events;
		this.interceptor = new SloInterceptor(events);
		this.active = active;
		setBeforeExistingAdvisors(true);
		setProxyTargetClass(proxyTargetClass);
		setOrder(Ordered.LOWEST_PRECEDENCE - EARLY);
		this.advisor = new DefaultPointcutAdvisor(new AnnotationMatchingPointcut(null, Slo.class, true),
				this.interceptor);
	}

	@Override
	protected boolean isEligible(Class<?> targetClass) {
		return this.active && isSearched(targetClass) && super.isEligible(targetClass);
	}

	private static boolean isSearched(Class<?> type) {
		return LIBRARIES.stream().noneMatch(type.getName()::startsWith);
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		Class<?> type = AopUtils.getTargetClass(bean);
		if (isEligible(type)) {
			namesOf(type).forEach(this.events.get()::ofMethods);
		}
		return super.postProcessAfterInitialization(bean, beanName);
	}

	/**
	 * The objectives that the methods of a type are for. Called for beans that are not
	 * created yet, too: requests are to know that an objective is not about them.
	 * @param type the type of a bean
	 * @return their names, in their order
	 */
	public Set<String> namesOf(Class<?> type) {
		if (!this.active || !isSearched(type)) {
			return Set.of();
		}
		MetadataLookup<String> lookup = (method) -> this.interceptor.find(method, type);
		Map<Method, String> methods = MethodIntrospector.selectMethods(type, lookup);
		methods.keySet().forEach(SloPostProcessor::check);
		return new TreeSet<>(methods.values());
	}

	private static void check(Method method) {
		int modifiers = method.getModifiers();
		if (Modifier.isPrivate(modifiers) || Modifier.isFinal(modifiers) || Modifier.isStatic(modifiers)) {
			throw new IllegalStateException("@Slo cannot count the calls of " + method.getDeclaringClass().getName()
					+ "." + method.getName() + ", as it is private, final or static. Make it an ordinary method");
		}
	}

}
