package dev.mainstay.rules;

import java.util.Optional;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * Which starter a class belongs to: the one whose name follows {@code dev.mainstay} in
 * that of its package.
 */
final class Starters {

	static final String CORE = "core";

	static final String TEST = "test";

	private static final String ROOT = "dev.mainstay.";

	private Starters() {
	}

	static Optional<String> of(JavaClass type) {
		String name = type.getBaseComponentType().getPackageName();
		return name.startsWith(ROOT) ? Optional.of(name.substring(ROOT.length()).split("\\.")[0]) : Optional.empty();
	}

	static boolean mayKnow(JavaClass from, JavaClass to) {
		Optional<String> known = of(to);
		return known.isEmpty() || known.get().equals(CORE) || known.equals(of(from));
	}

}
