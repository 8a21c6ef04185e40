package dev.mainstay.resilience.idempotency.redis;

import java.lang.reflect.Field;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.ClassUtils;

/**
 * Keeps the field that tells where Lettuce leads in a native image. Without it the store
 * would use the connection of the application, and wait as long as that does.
 *
 * @since 0.1.0
 */
public final class LettuceTargetHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		if (!ClassUtils.isPresent("io.lettuce.core.RedisClient", classLoader)) {
			return;
		}
		Field field = BoundedClient.targetField();
		if (field != null) {
			hints.reflection().registerField(field);
		}
	}

}
