package dev.mainstay.core.hardening.data;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeansException;
import org.springframework.beans.PropertyAccessorFactory;

/**
 * What an object tells by its public getters, whatever its type and whether or not that
 * is on the class path that Mainstay was built with.
 *
 * @since 0.1.0
 */
public final class BeanState {

	private BeanState() {
	}

	/**
	 * Read a property.
	 * @param bean the object
	 * @param path the name of the property, or several that are joined by dots
	 * @return the value; {@code null} if there is none, no such getter, or it throws
	 */
	public static @Nullable Object read(@Nullable Object bean, String path) {
		if (bean == null) {
			return null;
		}
		BeanWrapper state = PropertyAccessorFactory.forBeanPropertyAccess(bean);
		try {
			return state.isReadableProperty(path) ? state.getPropertyValue(path) : null;
		}
		catch (BeansException ex) {
			return null;
		}
	}

	/**
	 * Read an entry of a property that is a map, in whatever case its name is written.
	 * @param bean the object
	 * @param path the name of the property that is the map
	 * @param key the name of the entry
	 * @return the value as text; {@code null} if there is none
	 */
	public static @Nullable String entry(@Nullable Object bean, String path, String key) {
		if (!(read(bean, path) instanceof Map<?, ?> map)) {
			return null;
		}
		return map.entrySet()
			.stream()
			.filter((entry) -> key.equalsIgnoreCase(String.valueOf(entry.getKey())) && entry.getValue() != null)
			.map((entry) -> String.valueOf(entry.getValue()))
			.findFirst()
			.orElse(null);
	}

}
