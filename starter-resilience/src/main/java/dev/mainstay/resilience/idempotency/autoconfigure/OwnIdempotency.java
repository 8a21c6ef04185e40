package dev.mainstay.resilience.idempotency.autoconfigure;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Looks for a filter or interceptor with which the application handles keys itself. It is
 * known by its name, there being nothing else that all of them have in common.
 */
final class OwnIdempotency {

	private final SingletonSupplier<Optional<String>> name;

	/**
	 * Create it.
	 * @param ours the type that is not the application's
	 * @param candidates gives the types of the filters and interceptors; asked once, for
	 * the first request with a key or earlier, which is after all beans were created
	 */
	OwnIdempotency(Class<?> ours, Supplier<Stream<Class<?>>> candidates) {
		this.name = SingletonSupplier.of(() -> candidates.get()
			.<Class<?>>map(ClassUtils::getUserClass)
			.filter((type) -> type != ours && isIdempotency(type))
			.map(Class::getName)
			.findFirst());
	}

	static Stream<Class<?>> typesOf(ListableBeanFactory beans, Class<?> type) {
		return Stream.of(beans.getBeanNamesForType(type, true, false))
			.<Class<?>>map(beans::getType)
			.filter(Objects::nonNull);
	}

	/** The name of a lambda is that of the class around it, and says nothing. */
	private static boolean isIdempotency(Class<?> type) {
		return !type.isHidden() && type.getSimpleName().toLowerCase(Locale.ROOT).contains("idempoten");
	}

	@Nullable String name() {
		return this.name.obtain().orElse(null);
	}

	boolean isPresent() {
		return this.name.obtain().isPresent();
	}

}
