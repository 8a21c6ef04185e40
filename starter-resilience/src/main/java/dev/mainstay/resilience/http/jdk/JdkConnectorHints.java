package dev.mainstay.resilience.http.jdk;

import java.lang.reflect.Field;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Keeps the fields that {@link JdkConnector} reads in a native image.
 *
 * @since 0.1.0
 */
public final class JdkConnectorHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		for (String name : JdkConnector.FIELDS) {
			Field field = JdkConnector.field(name);
			if (field != null) {
				hints.reflection().registerField(field);
			}
		}
	}

}
