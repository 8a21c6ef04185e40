package dev.mainstay.core.hardening.calls;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * A method of a bean that something around it does again when it fails.
 *
 * @param method the method
 * @param annotations the simple names of the annotations that say so
 */
record RetriedMethod(Method method, List<String> annotations) {

	private static final String OURS = "dev.mainstay.resilience.call.Resilient";

	private static final List<String> RETRIES = List.of("org.springframework.resilience.annotation.Retryable",
			"org.springframework.retry.annotation.Retryable", "io.github.resilience4j.retry.annotation.Retry",
			"org.eclipse.microprofile.faulttolerance.Retry", OURS);

	private static final List<String> LIBRARIES = List.of("org.springframework.", "java.", "javax.", "jakarta.", "jdk.",
			"sun.", "com.sun.");

	/** Of the beans that have a proxy: without one nobody obeys the annotation. */
	static List<RetriedMethod> of(InspectedApplication application) {
		return application.namedBeans(Object.class)
			.values()
			.stream()
			.filter(AopUtils::isAopProxy)
			.flatMap(RetriedMethod::types)
			.distinct()
			.flatMap((type) -> Arrays
				.stream(ReflectionUtils.getUniqueDeclaredMethods(type, ReflectionUtils.USER_DECLARED_METHODS)))
			.map((method) -> new RetriedMethod(method, annotations(method)))
			.filter((it) -> !it.annotations.isEmpty())
			.distinct()
			.toList();
	}

	private static Stream<Class<?>> types(Object bean) {
		Class<?> type = ClassUtils.getUserClass(AopUtils.getTargetClass(bean));
		Stream<Class<?>> interfaces = Arrays.stream(ClassUtils.getAllInterfaces(bean));
		return Stream.concat(Stream.of(type), interfaces)
			.filter((it) -> !Proxy.isProxyClass(it) && isOwn(it.getName()));
	}

	static boolean isOwn(String type) {
		return LIBRARIES.stream().noneMatch(type::startsWith);
	}

	/** The annotations, those of the class included. */
	static List<String> annotations(Method method) {
		return Stream.of(method, method.getDeclaringClass())
			.flatMap((element) -> annotations(element))
			.filter(RetriedMethod::retries)
			.map((it) -> it.getType().getName().equals(OURS) ? "Resilient" : it.getType().getSimpleName())
			.distinct()
			.toList();
	}

	private static Stream<MergedAnnotation<?>> annotations(AnnotatedElement element) {
		return MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY)
			.stream()
			.<MergedAnnotation<?>>map((it) -> it)
			.filter((it) -> RETRIES.contains(it.getType().getName()));
	}

	private static boolean retries(MergedAnnotation<?> annotation) {
		return !annotation.getType().getName().equals(OURS)
				|| annotation.getValue("repetition").map((it) -> it.toString().equals("SAFE")).orElse(true);
	}

	String name() {
		return "@" + String.join(" @", this.annotations) + " " + this.method.getDeclaringClass().getSimpleName() + "#"
				+ this.method.getName();
	}

}
