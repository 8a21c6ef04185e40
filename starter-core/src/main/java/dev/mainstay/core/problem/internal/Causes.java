package dev.mainstay.core.problem.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The causes of a failure, and their types by name: most of the libraries whose
 * exceptions we know are optional, and a name needs none of them. Thread-safe.
 */
public final class Causes {

	/** Nobody wraps deeper. */
	private static final int MAX_DEPTH = 30;

	private Causes() {
	}

	/**
	 * The failure and its causes, the innermost last.
	 * @param failure the failure
	 * @return the causes, each once even if they form a circle; at most 30
	 */
	public static List<Throwable> of(Throwable failure) {
		Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		List<Throwable> causes = new ArrayList<>();
		Throwable current = failure;
		while (current != null && causes.size() < MAX_DEPTH && seen.add(current)) {
			causes.add(current);
			current = current.getCause();
		}
		return causes;
	}

	/**
	 * What is known of the type of a failure, or of the nearest of its parents.
	 * @param <T> the kind of knowledge
	 * @param failure the failure
	 * @param known what is known, by the names of types
	 * @return what is known, or {@code null}
	 */
	public static <T> @Nullable T lookUp(Throwable failure, Map<String, T> known) {
		for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
			T found = known.get(type.getName());
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	/**
	 * Whether a failure is of a type.
	 * @param failure the failure
	 * @param name the name of the type
	 * @return whether its type or one of the parents has the name
	 */
	public static boolean isA(Throwable failure, String name) {
		return lookUp(failure, Map.of(name, true)) != null;
	}

}
