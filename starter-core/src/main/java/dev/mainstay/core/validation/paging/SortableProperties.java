package dev.mainstay.core.validation.paging;

import java.beans.PropertyDescriptor;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.ReflectionUtils;

/**
 * The properties of a type that a caller sees in an answer, and so may sort by. The
 * annotations of Jackson are named, not linked to: it may not be there.
 */
final class SortableProperties {

	private static final String JACKSON = "com.fasterxml.jackson.annotation.";

	/** The property itself, and those of what it holds. */
	private static final int MAX_DEPTH = 2;

	private final Set<String> names = new TreeSet<>();

	private SortableProperties() {
	}

	/**
	 * Find the properties.
	 * @return their names, sorted, nested ones with dots
	 */
	static Set<String> of(Class<?> type) {
		SortableProperties properties = new SortableProperties();
		properties.add(type, "", 1);
		return properties.names;
	}

	private void add(Class<?> type, String prefix, int depth) {
		readable(type).forEach((name, of) -> {
			if (!SecretNames.isSecret(name)) {
				this.names.add(prefix + name);
				if (depth < MAX_DEPTH && ElementTypes.isBean(of)) {
					add(of, prefix + name + ".", depth + 1);
				}
			}
		});
	}

	/** The types of the properties by their names. */
	private static Map<String, Class<?>> readable(Class<?> type) {
		Map<String, Class<?>> found = new TreeMap<>();
		Set<String> hidden = new HashSet<>(ignored(type));
		for (Field field : type.getFields()) {
			if (!Modifier.isStatic(field.getModifiers())) {
				note(field.getName(), field.getType(), found, hidden, field);
			}
		}
		for (RecordComponent component : type.isRecord() ? type.getRecordComponents() : new RecordComponent[0]) {
			note(component.getName(), component.getType(), found, hidden, component.getAccessor());
		}
		for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(type)) {
			Method getter = property.getReadMethod();
			if (getter != null && getter.getDeclaringClass() != Object.class) {
				note(property.getName(), getter.getReturnType(), found, hidden, getter, property.getWriteMethod());
			}
		}
		hidden.forEach(found::remove);
		found.keySet().removeIf((name) -> isHidden(ReflectionUtils.findField(type, name)));
		return found;
	}

	private static void note(String name, Class<?> type, Map<String, Class<?>> found, Set<String> hidden,
			@Nullable AnnotatedElement... elements) {
		found.put(name, type);
		if (Arrays.stream(elements).anyMatch(SortableProperties::isHidden)) {
			hidden.add(name);
		}
	}

	private static boolean isHidden(@Nullable AnnotatedElement element) {
		if (element == null) {
			return false;
		}
		MergedAnnotations annotations = MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY);
		MergedAnnotation<?> ignore = annotations.get(JACKSON + "JsonIgnore");
		MergedAnnotation<?> property = annotations.get(JACKSON + "JsonProperty");
		return (ignore.isPresent() && ignore.getBoolean("value")) || (property.isPresent()
				&& property.getValue("access").map(Object::toString).filter("WRITE_ONLY"::equals).isPresent());
	}

	private static Set<String> ignored(Class<?> type) {
		MergedAnnotation<?> ignore = MergedAnnotations.from(type, SearchStrategy.TYPE_HIERARCHY)
			.get(JACKSON + "JsonIgnoreProperties");
		return (ignore.isPresent() && !ignore.getBoolean("allowGetters")) ? Set.of(ignore.getStringArray("value"))
				: Set.of();
	}

}
