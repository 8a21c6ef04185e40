package dev.mainstay.core.defaults;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Keeps the files in a native image that Mainstay reads: the defaults and policies, the
 * names of the features, what the checks of the hardening sheet compare with, and the
 * descriptions by which a property is known.
 */
final class ShippedFilesHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.resources()
			.registerPattern("META-INF/mainstay/*.properties")
			.registerPattern("dev/mainstay/core/hardening/*/*.properties")
			.registerPattern("META-INF/spring-configuration-metadata.json");
	}

}
