package dev.mainstay.resilience.http.jdk;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Keeps the fields that {@link JdkHttpTimeouts} reads in a native image.
 *
 * @since 0.1.0
 */
public final class JdkHttpTimeoutsHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		for (String name : JdkHttpTimeouts.FIELDS) {
			hints.reflection().registerField(JdkHttpTimeouts.field(name));
		}
	}

}
