package dev.mainstay.core.validation;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.util.Arrays;
import java.util.List;

import jakarta.validation.Valid;

import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.validation.Errors;
import org.springframework.validation.annotation.ValidationAnnotationUtils;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * How far an argument has to be looked into.
 */
enum Depth {

	/** Not at all: the application does, or has said that it does not want it. */
	NONE,

	/** The argument, and what it cascades to. */
	OBJECT,

	/** Each element of the list: of other collections, the framework looks at none. */
	ELEMENTS;

	static Depth of(MethodParameter parameter) {
		if (isValidated(parameter) || hasErrorsBehind(parameter) || isNotBound(parameter)) {
			return NONE;
		}
		if (!List.class.isAssignableFrom(parameter.getParameterType())) {
			return OBJECT;
		}
		Class<?> element = ResolvableType.forMethodParameter(parameter).asCollection().getGeneric().resolve();
		boolean plain = element == null || BeanUtils.isSimpleValueType(element);
		return (plain || cascades(parameter)) ? NONE : ELEMENTS;
	}

	private static boolean isValidated(MethodParameter parameter) {
		return Arrays.stream(parameter.getParameterAnnotations()).anyMatch(Depth::isValidation);
	}

	private static boolean isValidation(Annotation annotation) {
		return ValidationAnnotationUtils.determineValidationHints(annotation) != null;
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

	/** The framework itself validates the elements of a {@code List<@Valid T>}. */
	private static boolean cascades(MethodParameter parameter) {
		AnnotatedType type = parameter.getParameter().getAnnotatedType();
		return type instanceof AnnotatedParameterizedType parameterized
				&& Arrays.stream(parameterized.getAnnotatedActualTypeArguments())
					.anyMatch((argument) -> argument.isAnnotationPresent(Valid.class));
	}

}
