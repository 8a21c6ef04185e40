package dev.mainstay.core.hardening.input;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The mappers of Jackson 2, which Mainstay does not link to: asked by their public
 * methods.
 */
final class Jackson2Mappers {

	private static final String MAPPER = "com.fasterxml.jackson.databind.ObjectMapper";

	private static final Set<String> JSON = Set.of("com.fasterxml.jackson.core.JsonFactory",
			"com.fasterxml.jackson.databind.MappingJsonFactory");

	private Jackson2Mappers() {
	}

	static Stream<MapperLimits> of(InspectedApplication application) {
		Class<?> type = ClassUtils.resolveClassName(MAPPER, application.context().getClassLoader());
		return application.namedBeans(type)
			.entrySet()
			.stream()
			.map((bean) -> Map.entry(bean.getKey(), ask(bean.getValue(), "getFactory")))
			.filter((factory) -> JSON.contains(factory.getValue().getClass().getName()))
			.map((factory) -> limits(factory.getKey(), ask(factory.getValue(), "streamReadConstraints")));
	}

	private static MapperLimits limits(String bean, Object constraints) {
		boolean bounded = number(constraints, "getMaxTokenCount") > 0
				|| number(constraints, "getMaxDocumentLength") > 0;
		return new MapperLimits(bean, (int) number(constraints, "getMaxNestingDepth"), bounded);
	}

	private static long number(Object constraints, String method) {
		return ((Number) ask(constraints, method)).longValue();
	}

	/** An old Jackson that has no constraints makes the check unknown. */
	private static Object ask(Object target, String name) {
		Method method = ReflectionUtils.findMethod(target.getClass(), name);
		Assert.state(method != null, () -> "This version of Jackson has no " + name);
		Object answer = ReflectionUtils.invokeMethod(method, target);
		Assert.state(answer != null, () -> "Jackson answers nothing to " + name);
		return answer;
	}

}
