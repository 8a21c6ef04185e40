package dev.mainstay.observability.masking;

import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The types that the value of a field may hold, by what is declared. What a declaration
 * leaves open is looked at where there is a value.
 */
final class ReachableTypes {

	private static final int MAX_TYPES = 500;

	private final Set<Type> seen = new HashSet<>();

	private final Deque<Type> pending = new ArrayDeque<>();

	private ReachableTypes() {
	}

	/** Whether an annotated field may be found somewhere in the value of this one. */
	static boolean mayHoldSensitive(Field field) {
		ReachableTypes types = new ReachableTypes();
		types.add(field.getGenericType());
		while (!types.pending.isEmpty()) {
			if (types.seen.size() > MAX_TYPES || types.isSensitiveOrOpen(types.pending.remove())) {
				return true;
			}
		}
		return false;
	}

	private void add(Type... types) {
		Arrays.stream(types).filter(this.seen::add).forEach(this.pending::add);
	}

	private boolean isSensitiveOrOpen(Type type) {
		if (type instanceof Class<?> raw) {
			return raw.isArray() ? addAll(raw.getComponentType()) : isSensitiveOrOpen(raw);
		}
		if (type instanceof ParameterizedType parameterized) {
			Class<?> raw = (Class<?>) parameterized.getRawType();
			boolean container = ApplicationTypes.isContainer(raw);
			boolean followed = container || ApplicationTypes.mayBeAnnotated(raw);
			return (!container && isSensitiveOrOpen(raw))
					|| (followed && addAll(parameterized.getActualTypeArguments()));
		}
		if (type instanceof GenericArrayType array) {
			return addAll(array.getGenericComponentType());
		}
		return addAll((type instanceof WildcardType wildcard) ? wildcard.getUpperBounds()
				: ((TypeVariable<?>) type).getBounds());
	}

	private boolean addAll(Type... types) {
		add(types);
		return false;
	}

	private boolean isSensitiveOrOpen(Class<?> type) {
		if (ApplicationTypes.isOpen(type) || ApplicationTypes.isContainer(type)) {
			return true;
		}
		for (Field field : ApplicationTypes.fields(type)) {
			if (field.isAnnotationPresent(Sensitive.class)) {
				return true;
			}
			add(field.getGenericType());
		}
		return false;
	}

}
