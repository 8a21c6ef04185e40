package dev.mainstay.core.hardening.authentication;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.aop.Advisor;
import org.springframework.aop.PointcutAdvisor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.support.ExpressionPointcut;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Finds the methods of beans that say by an annotation who may call them.
 */
final class GuardedMethods {

	/** Guards of Spring Security, and of the specification behind it. */
	private static final List<String> GUARDS = List.of("org.springframework.security.access.prepost.PreAuthorize",
			"org.springframework.security.access.prepost.PostAuthorize",
			"org.springframework.security.access.prepost.PreFilter",
			"org.springframework.security.access.prepost.PostFilter",
			"org.springframework.security.access.annotation.Secured", "jakarta.annotation.security.RolesAllowed",
			"jakarta.annotation.security.DenyAll");

	private GuardedMethods() {
	}

	/**
	 * A method that says who may call it.
	 *
	 * @param name the annotation with the class and the method
	 * @param obeyed whether something looks at the annotation
	 */
	record Guarded(String name, boolean obeyed) {
	}

	static List<Guarded> of(InspectedApplication application) {
		List<Class<? extends Annotation>> guards = guards(application);
		if (guards.isEmpty()) {
			return List.of();
		}
		List<Advisor> advisors = application.beans(Advisor.class).stream().filter(GuardedMethods::isSecurity).toList();
		return OwnBeans.of(application)
			.flatMap((bean) -> guarded(bean, guards, advisors))
			.distinct()
			.sorted(Comparator.comparing(Guarded::name))
			.toList();
	}

	private static List<Class<? extends Annotation>> guards(InspectedApplication application) {
		ClassLoader classLoader = application.context().getClassLoader();
		return GUARDS.stream()
			.filter(application::hasClass)
			.<Class<? extends Annotation>>map(
					(name) -> ClassUtils.resolveClassName(name, classLoader).asSubclass(Annotation.class))
			.toList();
	}

	private static boolean isSecurity(Object advisor) {
		return advisor.getClass().getName().startsWith("org.springframework.security.");
	}

	private static Stream<Guarded> guarded(Object bean, List<Class<? extends Annotation>> guards,
			List<Advisor> advisors) {
		Class<?> type = OwnBeans.type(bean);
		return Stream.concat(Stream.of(type), methods(type))
			.flatMap((place) -> guards.stream()
				.filter((guard) -> AnnotatedElementUtils.hasAnnotation(place, guard))
				.map((guard) -> new Guarded("@" + guard.getSimpleName() + " on " + name(place, type),
						isObeyed(place, bean, advisors, guard))));
	}

	private static Stream<Method> methods(Class<?> type) {
		return Stream.of(ReflectionUtils.getUniqueDeclaredMethods(type, ReflectionUtils.USER_DECLARED_METHODS))
			.filter((method) -> !Modifier.isStatic(method.getModifiers()));
	}

	private static String name(AnnotatedElement place, Class<?> type) {
		return type.getSimpleName() + ((place instanceof Method method) ? "#" + method.getName() : "");
	}

	/** A class is guarded if what it lets others call is. */
	private static boolean isObeyed(AnnotatedElement place, Object bean, List<Advisor> advisors,
			Class<? extends Annotation> guard) {
		Class<?> type = OwnBeans.type(bean);
		Stream<Method> methods = (place instanceof Method method) ? Stream.of(method)
				: methods(type).filter((it) -> Modifier.isPublic(it.getModifiers()));
		List<Advisor> aspects = (bean instanceof Advised advised) ? List.of(advised.getAdvisors()) : List.of();
		return methods.anyMatch((method) -> advisors.stream().anyMatch((advisor) -> applies(advisor, method, type))
				|| aspects.stream().anyMatch((aspect) -> names(aspect, guard) && applies(aspect, method, type)));
	}

	private static boolean applies(Advisor advisor, Method method, Class<?> type) {
		return advisor instanceof PointcutAdvisor known && known.getPointcut().getClassFilter().matches(type)
				&& known.getPointcut().getMethodMatcher().matches(method, type);
	}

	/** An aspect for other things may apply to the method just as well. */
	private static boolean names(Advisor aspect, Class<? extends Annotation> guard) {
		return aspect instanceof PointcutAdvisor advisor && advisor.getPointcut() instanceof ExpressionPointcut pointcut
				&& pointcut.getExpression() != null
				&& pointcut.getExpression()
					.toLowerCase(Locale.ROOT)
					.contains(guard.getSimpleName().toLowerCase(Locale.ROOT));
	}

}
