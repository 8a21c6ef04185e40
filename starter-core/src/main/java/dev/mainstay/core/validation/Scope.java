package dev.mainstay.core.validation;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.groups.Default;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import org.springframework.validation.Errors;
import org.springframework.validation.annotation.ValidationAnnotationUtils;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * How far an argument has to be looked into.
 *
 * @param looked whether at all: if not, the application does, or has said that it does
 * not want it
 * @param elements whether into each element of a collection, array or map
 * @param asked whether the framework looks at the argument or its elements, so that only
 * what it does not reach from there is left
 */
record Scope(boolean looked, boolean elements, boolean asked) {

	private static final Scope NONE = new Scope(false, false, false);

	static Scope of(MethodParameter parameter) {
		List<Object[]> hints = hints(parameter);
		if (hasErrorsBehind(parameter) || isNotBound(parameter) || !hints.stream().allMatch(Scope::isDefault)) {
			return NONE;
		}
		ResolvableType content = content(ResolvableType.forMethodParameter(parameter));
		Class<?> type = content.resolve(Object.class);
		ResolvableType element = element(content, type);
		if (element == null) {
			return new Scope(true, false, !hints.isEmpty());
		}
		Class<?> elementType = element.resolve();
		if (elementType == null || BeanUtils.isSimpleValueType(elementType)) {
			return NONE;
		}
		return new Scope(true, true, cascades(parameter) || (!hints.isEmpty() && hasPlaces(type)));
	}

	/** The type of what is looked at: the argument, or its elements. */
	static @Nullable Class<?> type(MethodParameter parameter) {
		ResolvableType content = content(ResolvableType.forMethodParameter(parameter));
		ResolvableType element = element(content, content.resolve(Object.class));
		return ((element != null) ? element : content).resolve();
	}

	private static List<Object[]> hints(MethodParameter parameter) {
		return Arrays.stream(parameter.getParameterAnnotations())
			.map(Scope::hints)
			.filter((hints) -> hints != null)
			.toList();
	}

	private static Object @Nullable [] hints(Annotation annotation) {
		return ValidationAnnotationUtils.determineValidationHints(annotation);
	}

	private static boolean isDefault(Object[] groups) {
		return groups.length == 0 || Arrays.asList(groups).contains(Default.class);
	}

	/** Whoever asks for the errors handles them. */
	private static boolean hasErrorsBehind(MethodParameter parameter) {
		Class<?>[] types = parameter.getExecutable().getParameterTypes();
		int next = parameter.getParameterIndex() + 1;
		return next < types.length && Errors.class.isAssignableFrom(types[next]);
	}

	private static boolean isNotBound(MethodParameter parameter) {
		ModelAttribute attribute = parameter.getParameterAnnotation(ModelAttribute.class);
		return attribute != null && !attribute.binding();
	}

	private static ResolvableType content(ResolvableType type) {
		Class<?> resolved = type.resolve(Object.class);
		boolean wrapper = HttpEntity.class.isAssignableFrom(resolved) || resolved == Optional.class
				|| ReactiveAdapterRegistry.getSharedInstance().getAdapter(resolved) != null;
		return (wrapper && type.hasGenerics()) ? content(type.getGeneric()) : type;
	}

	private static @Nullable ResolvableType element(ResolvableType content, Class<?> type) {
		if (type.isArray()) {
			return content.getComponentType();
		}
		if (Map.class.isAssignableFrom(type)) {
			return content.asMap().getGeneric(1);
		}
		return Collection.class.isAssignableFrom(type) ? content.asCollection().getGeneric() : null;
	}

	/** In others the framework cannot name the place of an element, and looks at none. */
	private static boolean hasPlaces(Class<?> type) {
		return List.class.isAssignableFrom(type) || type.isArray() || Map.class.isAssignableFrom(type);
	}

	/** The framework itself validates the elements of a {@code List<@Valid T>}. */
	private static boolean cascades(MethodParameter parameter) {
		AnnotatedType type = parameter.getParameter().getAnnotatedType();
		return type instanceof AnnotatedParameterizedType parameterized
				&& Arrays.stream(parameterized.getAnnotatedActualTypeArguments())
					.anyMatch((argument) -> argument.isAnnotationPresent(Valid.class));
	}

}
