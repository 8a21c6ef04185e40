package dev.mainstay.observability.masking;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Collects the texts of the annotated fields of an object, and of those that it holds.
 * Reads fields and collections in memory only, and calls nothing of the application but
 * {@code toString} of what is secret. For one object and thread.
 */
final class SensitiveWalk {

	private static final int MAX_DEPTH = 8;

	private static final int MAX_OBJECTS = 1000;

	private final List<String> secrets = new ArrayList<>();

	private @Nullable Set<Object> seen;

	private int remaining = MAX_OBJECTS;

	private boolean incomplete;

	private SensitiveWalk() {
	}

	/**
	 * Walk through a value.
	 * @return the secrets, the longest first; {@code null} if some could not be read
	 */
	static @Nullable List<String> secretsIn(Object value) {
		if (isPlain(value)) {
			return List.of();
		}
		SensitiveWalk walk = new SensitiveWalk();
		walk.visit(value, 0);
		walk.secrets.sort(Comparator.comparingInt(String::length).reversed());
		return walk.incomplete ? null : walk.secrets;
	}

	/** Most values are: they are found out without any allocation. */
	private static boolean isPlain(Object value) {
		Class<?> type = value.getClass();
		return !ApplicationTypes.isContainer(type) && !(value instanceof Object[])
				&& SensitiveFields.of(type).areNone();
	}

	private void visit(@Nullable Object value, int depth) {
		if (value == null || depth > MAX_DEPTH || isPlain(value) || this.remaining-- <= 0) {
			return;
		}
		if (value instanceof Optional<?> optional) {
			optional.ifPresent((content) -> visit(content, depth + 1));
		}
		else if (value instanceof Object[] array) {
			elements(Arrays.asList(array), depth);
		}
		else if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
			// Where it is the value itself, its text is going to show its elements
			// anyway.
			if (depth == 0 || ApplicationTypes.isInMemory(value)) {
				container(value, depth);
			}
		}
		else if (isFirst(value)) {
			fields(value, depth);
		}
	}

	private void container(Object value, int depth) {
		if (value instanceof Map<?, ?> map) {
			elements(map.keySet(), depth);
			elements(map.values(), depth);
		}
		else {
			elements((Collection<?>) value, depth);
		}
	}

	/** Somebody else may change them meanwhile; their text then fails as well. */
	private void elements(Collection<?> elements, int depth) {
		try {
			Iterator<?> each = elements.iterator();
			while (this.remaining > 0 && each.hasNext()) {
				visit(each.next(), depth + 1);
			}
		}
		catch (RuntimeException ex) {
			this.incomplete = this.incomplete || !this.secrets.isEmpty();
		}
	}

	private boolean isFirst(Object value) {
		this.seen = (this.seen != null) ? this.seen : Collections.newSetFromMap(new IdentityHashMap<>());
		return this.seen.add(value);
	}

	private void fields(Object owner, int depth) {
		SensitiveFields fields = SensitiveFields.of(owner.getClass());
		fields.annotated().forEach((field) -> secretOf(field, owner));
		fields.leading().forEach((field) -> visit(read(field, owner), depth + 1));
	}

	private void secretOf(Field field, Object owner) {
		try {
			secret(read(field, owner));
		}
		catch (RuntimeException ex) {
			this.incomplete = true;
		}
	}

	private @Nullable Object read(Field field, Object owner) {
		try {
			return field.get(owner);
		}
		catch (IllegalAccessException ex) {
			this.incomplete = true;
			return null;
		}
	}

	private void secret(@Nullable Object value) {
		if (value == null) {
			return;
		}
		if (value instanceof char[] characters) {
			add(new String(characters));
		}
		else if (value.getClass().isArray()) {
			for (int i = 0; i < Array.getLength(value) && this.remaining-- > 0; i++) {
				secret(Array.get(value, i));
			}
		}
		else {
			add(String.valueOf(value));
		}
	}

	private void add(String secret) {
		if (!secret.isBlank()) {
			this.secrets.add(secret);
		}
	}

}
