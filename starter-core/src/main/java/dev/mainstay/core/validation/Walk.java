package dev.mainstay.core.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.mainstay.core.validation.MissingValid.Nested;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ObjectUtils;

/**
 * One way through what was read for an argument, along the properties that were not told
 * to cascade. Used by one thread, once.
 */
final class Walk {

	private static final int MAX_DEPTH = 20;

	private static final int MAX_OBJECTS = 10_000;

	private final Validator validator;

	private final Links links;

	/** How many are enough to know what to do about it. */
	private final int enough;

	private final List<Nested> found = new ArrayList<>();

	private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	Walk(Validator validator, Links links, int enough) {
		this.validator = validator;
		this.links = links;
		this.enough = enough;
	}

	List<Nested> from(Object root) {
		follow(root, "", 0);
		return this.found;
	}

	private void follow(Object owner, String path, int depth) {
		if (depth >= MAX_DEPTH || this.seen.size() >= MAX_OBJECTS || !this.seen.add(owner)) {
			return;
		}
		for (Link link : this.links.plan(owner.getClass()).forgotten()) {
			Object value = link.read(owner);
			if (value != null) {
				String name = path.isEmpty() ? link.name() : path + "." + link.name();
				each(value, name, new Step(link.cascades(), depth + 1));
			}
		}
	}

	private void each(@Nullable Object value, String path, Step step) {
		if (value == null || this.found.size() >= this.enough || this.seen.size() >= MAX_OBJECTS || !Loaded.is(value)) {
			return;
		}
		if (value instanceof Optional<?> optional) {
			each(optional.orElse(null), path, step);
		}
		else if (value instanceof Map<?, ?> map) {
			map.forEach((key, element) -> each(element, path + "[" + key + "]", step));
		}
		else if (value instanceof Collection<?> || value instanceof Object[]) {
			int index = 0;
			for (Object element : (value instanceof Collection<?> elements) ? elements
					: Arrays.asList(ObjectUtils.toObjectArray(value))) {
				each(element, path + "[" + index++ + "]", step);
			}
		}
		else {
			look(value, path, step);
		}
	}

	private void look(Object value, String path, Step step) {
		if (!step.validated() && this.links.plan(value.getClass()).constrained()
				&& !this.validator.validate(value).isEmpty()) {
			this.found.add(new Nested(path, value));
		}
		follow(value, path, step.depth());
	}

	/**
	 * How an object was reached.
	 *
	 * @param validated whether Bean Validation has been there
	 * @param depth how far from the root
	 */
	private record Step(boolean validated, int depth) {

	}

}
