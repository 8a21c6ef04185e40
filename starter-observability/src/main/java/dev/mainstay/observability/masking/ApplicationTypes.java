package dev.mainstay.observability.masking;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells types of the application, whose fields may be annotated, from those of the
 * platform and of well-known libraries, whose fields are not looked at.
 */
final class ApplicationTypes {

	private static final List<String> FOREIGN = List.of("java.", "javax.", "jakarta.", "jdk.", "sun.", "com.sun.",
			"org.springframework.", "org.hibernate.", "org.apache.", "org.slf4j.", "ch.qos.logback.", "kotlin.",
			"kotlinx.", "scala.", "groovy.", "reactor.", "io.netty.", "io.micrometer.", "io.opentelemetry.",
			"com.fasterxml.", "tools.jackson.", "com.google.", "net.logstash.", "org.eclipse.");

	private static final List<String> COLLECTIONS = List.of("java.util.", "kotlin.collections.",
			"com.google.common.collect.", "scala.collection.");

	private ApplicationTypes() {
	}

	static boolean mayBeAnnotated(Class<?> type) {
		return !(type.isPrimitive() || type.isArray() || type.isInterface() || type.isEnum()) && !isForeign(type);
	}

	/** A class of the application may extend or implement it. */
	static boolean isOpen(Class<?> type) {
		return type == Object.class || (Modifier.isAbstract(type.getModifiers()) && !type.isPrimitive()
				&& !type.isArray() && !type.isEnum() && !isForeign(type));
	}

	static boolean isContainer(Class<?> type) {
		return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type) || type == Optional.class;
	}

	private static boolean isForeign(Class<?> type) {
		String name = type.getName();
		return FOREIGN.stream().anyMatch(name::startsWith);
	}

	/** Whether its elements can be looked at without loading them from a database. */
	static boolean isInMemory(Object container) {
		String name = container.getClass().getName();
		return container.getClass().isArray() || COLLECTIONS.stream().anyMatch(name::startsWith);
	}

	/** Those of superclasses too. A class that misses others cannot be asked. */
	static List<Field> fields(Class<?> type) {
		List<Field> fields = new ArrayList<>();
		try {
			for (Class<?> each = type; each != null && mayBeAnnotated(each); each = each.getSuperclass()) {
				for (Field field : each.getDeclaredFields()) {
					if (!Modifier.isStatic(field.getModifiers())) {
						fields.add(field);
					}
				}
			}
		}
		catch (LinkageError ex) {
			return fields;
		}
		return fields;
	}

}
