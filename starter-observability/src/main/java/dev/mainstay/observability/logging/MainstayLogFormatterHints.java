package dev.mainstay.observability.logging;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Lets the logging system create the formatter by its name in a native image.
 */
final class MainstayLogFormatterHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.reflection().registerType(MainstayLogFormatter.class, MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
	}

}
