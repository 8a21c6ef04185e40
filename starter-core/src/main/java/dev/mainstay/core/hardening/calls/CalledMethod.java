package dev.mainstay.core.hardening.calls;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * What is known of methods that are called.
 */
final class CalledMethod {

	private static final String EXCHANGE = "org.springframework.web.service.annotation.HttpExchange";

	private static final String MAPPING = "org.springframework.web.bind.annotation.RequestMapping";

	private static final Set<String> UNSAFE = Set.of("POST", "PATCH");

	private static final Set<String> POSTING = Set.of("postForObject", "postForEntity", "postForLocation",
			"patchForObject");

	private static final Map<String, Set<String>> CLIENTS = Map.of("org.springframework.web.client.RestClient",
			Set.of("post", "patch"), "org.springframework.web.reactive.function.client.WebClient",
			Set.of("post", "patch"), "org.springframework.web.client.RestTemplate", POSTING,
			"org.springframework.web.client.RestOperations", POSTING);

	private CalledMethod() {
	}

	/** Whether it makes a call of which nobody knows that doing it twice is safe. */
	static boolean isUnsafe(Calls.Target target, @Nullable ClassLoader loader) {
		return CLIENTS.getOrDefault(target.type(), Set.of()).contains(target.method())
				|| any(target, loader, CalledMethod::isUnsafe);
	}

	/** Whether it is one of a client whose calls Mainstay makes once more. */
	static boolean isClient(Calls.Target target, @Nullable ClassLoader loader) {
		return CLIENTS.containsKey(target.type()) || any(target, loader, (method) -> has(method, EXCHANGE));
	}

	/** Whether something does it again when it fails. */
	static boolean isRetried(Calls.Target target, @Nullable ClassLoader loader) {
		return any(target, loader, (method) -> !RetriedMethod.annotations(method).isEmpty());
	}

	/** Whether it is an exchange, or a handler, of an unsafe method of HTTP. */
	static boolean isUnsafe(Method method) {
		return verbs(method, EXCHANGE, "method").stream().anyMatch(UNSAFE::contains)
				|| verbs(method, MAPPING, "method").stream().anyMatch(UNSAFE::contains);
	}

	private static boolean any(Calls.Target target, @Nullable ClassLoader loader, Predicate<Method> which) {
		if (!RetriedMethod.isOwn(target.type())) {
			return false;
		}
		try {
			return Arrays.stream(ReflectionUtils.getUniqueDeclaredMethods(ClassUtils.forName(target.type(), loader)))
				.anyMatch((method) -> method.getName().equals(target.method()) && which.test(method));
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return false;
		}
	}

	private static boolean has(Method method, String annotation) {
		return MergedAnnotations.from(method, SearchStrategy.TYPE_HIERARCHY).isPresent(annotation);
	}

	private static List<String> verbs(Method method, String annotation, String attribute) {
		MergedAnnotation<?> found = MergedAnnotations.from(method, SearchStrategy.TYPE_HIERARCHY).get(annotation);
		if (!found.isPresent()) {
			return List.of();
		}
		Object value = found.getValue(attribute).orElse("");
		return (value instanceof Object[] several) ? Arrays.stream(several).map(String::valueOf).toList()
				: List.of(value.toString());
	}

}
