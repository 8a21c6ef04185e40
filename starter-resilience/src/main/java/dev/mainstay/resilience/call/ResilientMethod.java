package dev.mainstay.resilience.call;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * What the annotation says of a method.
 *
 * @param name the name of what is called
 * @param repetition whether it is safe to do twice
 * @param fallbacks answer instead, {@code null} if nothing does
 */
record ResilientMethod(String name, Repetition repetition, @Nullable FallbackMethods fallbacks) {

	/** Of Spring, Spring Retry, Resilience4j and MicroProfile. */
	private static final Set<String> RETRIES = Set.of("Retryable", "Retry");

	private static final List<String> LATER = List.of("org.reactivestreams.Publisher",
			"java.util.concurrent.Flow$Publisher");

	/**
	 * Read the annotation, first that of the method.
	 * @param method the method, as it is called
	 * @param type the class of the bean
	 * @return what it says, {@code null} if there is none
	 * @throws IllegalStateException if it cannot be
	 */
	static @Nullable ResilientMethod of(Method method, Class<?> type) {
		Method specific = ClassUtils.getMostSpecificMethod(method, type);
		Resilient resilient = find(specific, type);
		if (resilient == null) {
			return null;
		}
		Assert.state(!resilient.value().isBlank(), () -> describe(specific) + " has no name");
		Assert.state(
				!Modifier.isFinal(specific.getModifiers()) && !Modifier.isPrivate(specific.getModifiers())
						&& !Modifier.isStatic(specific.getModifiers()),
				() -> describe(specific)
						+ " is final, private or static, and passes every proxy by. Make it a plain method");
		Assert.state(!isLater(specific),
				() -> describe(specific) + " returns before its work is done, so there is no outcome to retry on or "
						+ "to answer instead of. Annotate the method that does the work, or use the HTTP client, "
						+ "which has the same policy");
		Repetition repetition = (isRetried(specific) || isRetried(type)) ? Repetition.NEVER : resilient.repetition();
		return new ResilientMethod(resilient.value(), repetition, fallbacks(resilient, specific, type));
	}

	/** Retries that surround each other multiply, and those were there before. */
	private static boolean isRetried(AnnotatedElement element) {
		return MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY)
			.stream()
			.anyMatch((it) -> RETRIES.contains(it.getType().getSimpleName()));
	}

	private static @Nullable Resilient find(Method method, Class<?> type) {
		Resilient own = AnnotatedElementUtils.findMergedAnnotation(method, Resilient.class);
		boolean candidate = Modifier.isPublic(method.getModifiers()) && method.getDeclaringClass() != Object.class;
		return (own == null && candidate) ? AnnotatedElementUtils.findMergedAnnotation(type, Resilient.class) : own;
	}

	private static @Nullable FallbackMethods fallbacks(Resilient resilient, Method method, Class<?> type) {
		String name = resilient.fallbackMethod();
		if (name.isEmpty()) {
			return null;
		}
		FallbackMethods fallbacks = FallbackMethods.find(name, method, type);
		Assert.state(fallbacks != null,
				() -> describe(method) + " names the fallback '" + name + "', and " + type.getSimpleName()
						+ " has no method of that name with the same parameters, or one more that is "
						+ "an exception, and the same return type");
		return fallbacks;
	}

	private static boolean isLater(Method method) {
		Class<?> returned = method.getReturnType();
		Class<?>[] parameters = method.getParameterTypes();
		boolean suspending = parameters.length > 0
				&& parameters[parameters.length - 1].getName().equals("kotlin.coroutines.Continuation");
		return suspending || Future.class.isAssignableFrom(returned) || CompletionStage.class.isAssignableFrom(returned)
				|| isPublisher(returned);
	}

	private static boolean isPublisher(@Nullable Class<?> type) {
		return type != null && (LATER.contains(type.getName()) || isPublisher(type.getSuperclass())
				|| Arrays.stream(type.getInterfaces()).anyMatch(ResilientMethod::isPublisher));
	}

	private static String describe(Method method) {
		return "@Resilient method " + ClassUtils.getQualifiedMethodName(method);
	}

}
