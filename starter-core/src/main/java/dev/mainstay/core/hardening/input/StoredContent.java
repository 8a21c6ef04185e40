package dev.mainstay.core.hardening.input;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.core.ResolvableType;

/**
 * Finds an entity in a type, also behind what only carries it: a response, a list, a
 * page, a promise.
 */
final class StoredContent {

	/**
	 * Types of others carry what their parameters say; own ones are looked at as such.
	 */
	private static final List<String> CARRIERS = List.of("java.", "kotlin.", "kotlinx.", "org.springframework.",
			"reactor.", "org.reactivestreams.", "io.reactivex.", "io.smallrye.mutiny.", "io.vavr.");

	private StoredContent() {
	}

	static Optional<Class<?>> find(ResolvableType type, Entities entities) {
		return types(type).filter(entities::has).findFirst();
	}

	private static Stream<Class<?>> types(ResolvableType type) {
		if (type.isArray()) {
			return types(type.getComponentType());
		}
		Class<?> resolved = type.resolve();
		if (resolved == null || resolved == Class.class) {
			return Stream.empty();
		}
		boolean carries = CARRIERS.stream().anyMatch(resolved.getName()::startsWith);
		return carries ? Arrays.stream(type.getGenerics()).flatMap(StoredContent::types) : Stream.of(resolved);
	}

}
