package dev.mainstay.resilience.call;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.mainstay.resilience.fallback.Fallback;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The methods that answer instead of another one, that with the nearest type of exception
 * first, and that without one last.
 */
final class FallbackMethods {

	private final List<Method> methods;

	private final int parameters;

	private FallbackMethods(List<Method> methods, int parameters) {
		this.methods = methods;
		this.parameters = parameters;
	}

	/**
	 * Find the methods.
	 * @param name their name
	 * @param method the method that they answer for
	 * @param type the class that has them
	 * @return the methods, {@code null} if there is none that fits
	 */
	static @Nullable FallbackMethods find(String name, Method method, Class<?> type) {
		List<Method> methods = Stream.of(ReflectionUtils.getAllDeclaredMethods(type))
			.filter((it) -> it.getName().equals(name) && !it.isBridge() && fits(it, method))
			.sorted(Comparator.comparingInt((Method it) -> depth(it, method)).reversed())
			.toList();
		methods.forEach(ReflectionUtils::makeAccessible);
		return methods.isEmpty() ? null : new FallbackMethods(methods, method.getParameterCount());
	}

	private static boolean fits(Method fallback, Method method) {
		Class<?>[] own = fallback.getParameterTypes();
		int count = method.getParameterCount();
		boolean told = own.length == count + 1 && Throwable.class.isAssignableFrom(own[count]);
		return (own.length == count || told) && Arrays.equals(Arrays.copyOf(own, count), method.getParameterTypes())
				&& ClassUtils.isAssignable(method.getReturnType(), fallback.getReturnType());
	}

	private static int depth(Method fallback, Method method) {
		int depth = 0;
		if (fallback.getParameterCount() > method.getParameterCount()) {
			Class<?> type = fallback.getParameterTypes()[method.getParameterCount()];
			for (; type != null; type = type.getSuperclass()) {
				depth++;
			}
		}
		return depth;
	}

	Fallback<@Nullable Object> on(Object bean, @Nullable Object[] arguments) {
		Fallback<@Nullable Object> all = null;
		for (Method method : this.methods) {
			Fallback<@Nullable Object> one = one(method, bean, arguments);
			all = (all != null) ? all.or(one) : one;
		}
		return Objects.requireNonNull(all);
	}

	@SuppressWarnings("unchecked")
	private Fallback<@Nullable Object> one(Method method, Object bean, @Nullable Object[] arguments) {
		if (method.getParameterCount() == this.parameters) {
			Function<Throwable, @Nullable Object> answer = (failure) -> invoke(method, bean, arguments);
			return Fallback.of(answer);
		}
		Function<Throwable, @Nullable Object> answer = (failure) -> {
			@Nullable Object[] told = Arrays.copyOf(arguments, this.parameters + 1);
			told[this.parameters] = failure;
			return invoke(method, bean, told);
		};
		return Fallback.on((Class<Throwable>) method.getParameterTypes()[this.parameters], answer);
	}

	private static @Nullable Object invoke(Method method, Object bean, @Nullable Object[] arguments) {
		try {
			return method.invoke(bean, arguments);
		}
		catch (InvocationTargetException ex) {
			throw FallbackMethods.<RuntimeException>asItIs(ex.getTargetException());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The proxy lets through what the method declares, and wraps the rest. */
	@SuppressWarnings("unchecked")
	private static <E extends Throwable> E asItIs(Throwable failure) throws E {
		throw (E) failure;
	}

}
