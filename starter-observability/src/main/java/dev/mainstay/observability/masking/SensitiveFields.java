package dev.mainstay.observability.masking;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which fields of a class are annotated, and which may lead to such. Found out once for
 * each class; most have none. Immutable.
 *
 * @param annotated the annotated ones, readable or not
 * @param leading those in whose value there may be one
 */
record SensitiveFields(List<Field> annotated, List<Field> leading) {

	private static final SensitiveFields NONE = new SensitiveFields(List.of(), List.of());

	private static final ClassValue<SensitiveFields> ALL = new ClassValue<>() {

		@Override
		protected SensitiveFields computeValue(Class<?> type) {
			return ApplicationTypes.mayBeAnnotated(type) ? find(type) : NONE;
		}

	};

	/** Above the one of this class: what they load outlives it. */
	private static final Set<ClassLoader> ABOVE = above(SensitiveFields.class.getClassLoader());

	/**
	 * Nothing is kept with a type that outlives this class: it would hold the class, and
	 * with it an application that was undeployed, for ever (JDK-8136353).
	 */
	static SensitiveFields of(Class<?> type) {
		ClassLoader loader = type.getClassLoader();
		if (loader == null || loader == ClassLoader.getPlatformClassLoader()) {
			return NONE;
		}
		if (ABOVE.contains(loader)) {
			return ApplicationTypes.mayBeAnnotated(type) ? find(type) : NONE;
		}
		return ALL.get(type);
	}

	private static Set<ClassLoader> above(@Nullable ClassLoader loader) {
		Set<ClassLoader> above = Collections.newSetFromMap(new IdentityHashMap<>());
		for (ClassLoader it = loader; it != null; it = it.getParent()) {
			above.add(it);
		}
		above.remove(loader);
		return above;
	}

	boolean areNone() {
		return this == NONE;
	}

	private static SensitiveFields find(Class<?> type) {
		List<Field> annotated = new ArrayList<>();
		List<Field> leading = new ArrayList<>();
		for (Field field : ApplicationTypes.fields(type)) {
			boolean readable = isReadable(field);
			if (field.isAnnotationPresent(Sensitive.class)) {
				annotated.add(field);
			}
			else if (readable && mayHoldSensitive(field)) {
				leading.add(field);
			}
		}
		return (annotated.isEmpty() && leading.isEmpty()) ? NONE
				: new SensitiveFields(List.copyOf(annotated), List.copyOf(leading));
	}

	/** A type that is missing holds nothing. */
	private static boolean mayHoldSensitive(Field field) {
		try {
			return ReachableTypes.mayHoldSensitive(field);
		}
		catch (LinkageError | RuntimeException ex) {
			return false;
		}
	}

	private static boolean isReadable(Field field) {
		try {
			return field.trySetAccessible();
		}
		catch (SecurityException ex) {
			return false;
		}
	}

}
