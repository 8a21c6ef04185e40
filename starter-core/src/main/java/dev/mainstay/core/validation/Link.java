package dev.mainstay.core.validation;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;

/**
 * A property of a type that leads to objects of another one.
 *
 * @param name the name of the property
 * @param getter reads it
 * @param target the type of the objects, be it one, or the elements of containers
 * @param cascades whether Bean Validation follows it by itself
 */
record Link(String name, Method getter, Class<?> target, boolean cascades) {

	static @Nullable Link of(String name, Method getter, Class<?> owner, boolean cascades) {
		Class<?> target = target(ResolvableType.forMethodReturnType(getter, owner));
		return (target != null) ? new Link(name, getter, target, cascades) : null;
	}

	private static @Nullable Class<?> target(ResolvableType type) {
		Class<?> resolved = type.resolve();
		if (resolved == null) {
			return null;
		}
		if (resolved.isArray()) {
			return target(type.getComponentType());
		}
		if (Map.class.isAssignableFrom(resolved)) {
			return target(type.asMap().getGeneric(1));
		}
		if (Collection.class.isAssignableFrom(resolved)) {
			return target(type.asCollection().getGeneric());
		}
		if (resolved == Optional.class) {
			return target(type.getGeneric());
		}
		return (BeanUtils.isSimpleProperty(resolved) || resolved.getName().startsWith("java.")) ? null : resolved;
	}

	/** A getter that fails has nothing to be looked at. */
	@Nullable Object read(Object owner) {
		try {
			ReflectionUtils.makeAccessible(this.getter);
			return this.getter.invoke(owner);
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			return null;
		}
	}

}
