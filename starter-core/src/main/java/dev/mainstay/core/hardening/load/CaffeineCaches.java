package dev.mainstay.core.hardening.load;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The caches of Caffeine, which Mainstay does not link to: asked by the methods of its
 * public interfaces.
 */
final class CaffeineCaches {

	private static final String PACKAGE = "com.github.benmanes.caffeine.cache.";

	private CaffeineCaches() {
	}

	static List<String> unbounded(CacheManager manager) {
		return manager.getCacheNames()
			.stream()
			.sorted()
			.map(manager::getCache)
			.flatMap(Stream::ofNullable)
			.filter((cache) -> isUnbounded(cache.getNativeCache()))
			.map(Cache::getName)
			.toList();
	}

	private static boolean isUnbounded(Object cache) {
		Object policy = ask(cache, "Cache", "policy");
		return Stream.of("eviction", "expireAfterWrite", "expireAfterAccess", "expireVariably")
			.noneMatch((rule) -> ((Optional<?>) ask(policy, "Policy", rule)).isPresent());
	}

	private static Object ask(Object target, String type, String name) {
		Class<?> api = ClassUtils.resolveClassName(PACKAGE + type, target.getClass().getClassLoader());
		Method method = ReflectionUtils.findMethod(api, name);
		Assert.state(method != null, () -> "This version of Caffeine has no " + name);
		Object answer = ReflectionUtils.invokeMethod(method, target);
		Assert.state(answer != null, () -> "Caffeine answers nothing to " + name);
		return answer;
	}

}
