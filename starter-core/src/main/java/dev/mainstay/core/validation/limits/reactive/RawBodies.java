package dev.mainstay.core.validation.limits.reactive;

import java.nio.ByteBuffer;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/**
 * Knows handlers that take a body as the bytes or the text that it is. Of functions it is
 * not known.
 */
final class RawBodies {

	private static final Set<Class<?>> RAW = Set.of(DataBuffer.class, ByteBuffer.class, byte[].class, String.class);

	private RawBodies() {
	}

	static boolean areTakenBy(@Nullable Object handler) {
		if (handler instanceof HandlerMethod method) {
			for (MethodParameter parameter : method.getMethodParameters()) {
				if (isBody(parameter) && isRaw(ResolvableType.forMethodParameter(parameter))) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean isBody(MethodParameter parameter) {
		return parameter.hasParameterAnnotation(RequestBody.class)
				|| HttpEntity.class.isAssignableFrom(parameter.getParameterType());
	}

	private static boolean isRaw(ResolvableType type) {
		Class<?> resolved = type.resolve(Object.class);
		boolean wrapper = HttpEntity.class.isAssignableFrom(resolved)
				|| ReactiveAdapterRegistry.getSharedInstance().getAdapter(resolved) != null;
		return (wrapper && type.hasGenerics()) ? isRaw(type.getGeneric()) : RAW.contains(resolved);
	}

}
