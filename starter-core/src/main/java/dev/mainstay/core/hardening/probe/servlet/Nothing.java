package dev.mainstay.core.hardening.probe.servlet;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;

import org.jspecify.annotations.Nullable;

/**
 * Something of a container that does nothing, as far as it is not overridden.
 */
final class Nothing {

	private Nothing() {
	}

	static <T> T of(Class<T> type) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> answer(proxy, method, arguments)));
	}

	private static @Nullable Object answer(Object proxy, Method method, Object @Nullable [] arguments) {
		return switch (method.getReturnType().getSimpleName()) {
			case "boolean" -> method.getName().equals("equals") && arguments != null && proxy == arguments[0];
			case "int" -> method.getName().equals("hashCode") ? System.identityHashCode(proxy) : 0;
			case "long" -> 0L;
			case "Enumeration" -> Collections.emptyEnumeration();
			case "String" -> method.getName().equals("toString") ? "nothing" : null;
			default -> null;
		};
	}

}
