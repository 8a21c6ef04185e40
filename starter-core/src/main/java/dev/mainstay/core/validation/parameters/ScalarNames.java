package dev.mainstay.core.validation.parameters;

import java.beans.PropertyDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The names of the request parameters of which a parameter of a handler takes one value.
 */
final class ScalarNames {

	private static final String[] NONE = {};

	private static final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();

	private ScalarNames() {
	}

	static String[] of(MethodParameter parameter) {
		Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
		RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
		if (declared != null || (BeanUtils.isSimpleValueType(type) && !isBound(parameter))) {
			return BeanUtils.isSimpleValueType(type) ? name(declared, parameter) : NONE;
		}
		return isBindable(parameter, type) ? properties(type) : NONE;
	}

	private static boolean isBound(MethodParameter parameter) {
		return parameter.hasParameterAnnotation(ModelAttribute.class);
	}

	/** A name that is an expression is known to the framework only. */
	private static String[] name(@Nullable RequestParam declared, MethodParameter parameter) {
		String name = (declared != null) ? declared.name() : "";
		if (!StringUtils.hasText(name)) {
			MethodParameter named = parameter.clone();
			named.initParameterNameDiscovery(names);
			String found = named.getParameterName();
			name = (found != null) ? found : "";
		}
		return (name.isEmpty() || name.contains("{")) ? NONE : new String[] { name };
	}

	private static boolean isBindable(MethodParameter parameter, Class<?> type) {
		ModelAttribute attribute = parameter.getParameterAnnotation(ModelAttribute.class);
		return (attribute == null || attribute.binding()) && !type.isInterface() && !type.isArray()
				&& !type.getName().startsWith("java.");
	}

	private static String[] properties(Class<?> type) {
		Set<String> found = new LinkedHashSet<>();
		for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(type)) {
			if (property.getWriteMethod() != null && BeanUtils.isSimpleValueType(property.getPropertyType())) {
				found.add(property.getName());
			}
		}
		Constructor<?>[] constructors = type.getDeclaredConstructors();
		if (constructors.length == 1 && constructors[0].getParameterCount() > 0) {
			Arrays.stream(constructors[0].getParameters())
				.filter((each) -> each.isNamePresent() && BeanUtils.isSimpleValueType(each.getType()))
				.map(Parameter::getName)
				.forEach(found::add);
		}
		return found.toArray(String[]::new);
	}

}
