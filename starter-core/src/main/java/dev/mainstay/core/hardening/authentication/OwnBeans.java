package dev.mainstay.core.hardening.authentication;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.ClassUtils;

/**
 * Finds the beans whose annotations Spring is to obey.
 */
final class OwnBeans {

	/** What is guarded by something that does not advise beans. */
	private static final List<String> ELSEWHERE = List.of("jakarta.ws.rs.Path", "com.vaadin.flow.router.Route",
			"com.vaadin.hilla.BrowserCallable", "com.vaadin.hilla.Endpoint");

	/** Classes without such annotations, which are many. */
	private static final List<String> LIBRARIES = List.of("org.springframework.", "java.", "javax.", "jakarta.", "jdk.",
			"sun.", "com.sun.", "org.apache.", "org.hibernate.", "io.micrometer.", "io.opentelemetry.", "io.netty.",
			"reactor.", "tools.jackson.", "com.fasterxml.", "com.zaxxer.");

	private OwnBeans() {
	}

	static Stream<Object> of(InspectedApplication application) {
		return application.namedBeans(Object.class)
			.entrySet()
			.stream()
			.filter((entry) -> !entry.getKey().startsWith("scopedTarget."))
			.map(Map.Entry::getValue)
			.filter((bean) -> isOwn(type(bean)));
	}

	static Class<?> type(Object bean) {
		return ClassUtils.getUserClass(AopUtils.getTargetClass(bean));
	}

	private static boolean isOwn(Class<?> type) {
		return LIBRARIES.stream().noneMatch(type.getName()::startsWith)
				&& MergedAnnotations.from(type, SearchStrategy.TYPE_HIERARCHY)
					.stream()
					.noneMatch((annotation) -> ELSEWHERE.contains(annotation.getType().getName()));
	}

}
