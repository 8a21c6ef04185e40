package dev.mainstay.resilience.deadline.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * An object of JDBC behind its interfaces. It has all of them that its class has, those
 * of the driver, too, so that whoever casts it to one goes on doing so.
 */
abstract class Reflected implements InvocationHandler {

	private static final ClassValue<Class<?>[]> interfaces = new ClassValue<>() {

		@Override
		protected Class<?>[] computeValue(Class<?> type) {
			return Stream.of(ClassUtils.getAllInterfacesForClass(type))
				.filter((each) -> Modifier.isPublic(each.getModifiers()))
				.toArray(Class<?>[]::new);
		}

	};

	private final Object target;

	Reflected(Object target) {
		this.target = target;
	}

	/** In front of the object, as its class loader sees the interfaces. */
	<T> T proxy(Class<T> type) {
		ClassLoader loader = Objects.requireNonNullElseGet(this.target.getClass().getClassLoader(),
				type::getClassLoader);
		return type.cast(Proxy.newProxyInstance(loader, interfaces.get(this.target.getClass()), this));
	}

	@Override
	public final @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
			throws Throwable {
		if (arguments != null && arguments.length == 1 && method.getName().equals("equals")) {
			return proxy == arguments[0];
		}
		if (arguments == null && method.getName().equals("hashCode")) {
			return System.identityHashCode(proxy);
		}
		return call(proxy, method, arguments);
	}

	/** Somebody calls a method that is not one of identity. */
	abstract @Nullable Object call(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
			throws Throwable;

	final @Nullable Object proceed(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
		try {
			return method.invoke(this.target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

}
