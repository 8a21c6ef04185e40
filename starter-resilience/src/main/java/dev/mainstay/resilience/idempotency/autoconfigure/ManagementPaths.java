package dev.mainstay.resilience.idempotency.autoconfigure;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.util.function.SingletonSupplier;

/**
 * The paths of management endpoints, where the application's own port serves them. What
 * they do is not for callers with keys, and must not wait for a store that an operator
 * may be about to look into. Thread-safe.
 */
final class ManagementPaths {

	private final SingletonSupplier<Collection<String>> roots;

	/**
	 * Create it.
	 * @param roots gives the paths of the endpoints within the application; asked once,
	 * for the first request with a key or later
	 */
	ManagementPaths(Supplier<Collection<String>> roots) {
		this.roots = SingletonSupplier.of(roots);
	}

	/**
	 * Tell paths by a bean that may not be there. It is asked for once, by the first
	 * request that has to know: asking the context takes longer than all else that is
	 * done with a key before the store.
	 */
	static Predicate<PathContainer> in(ObjectProvider<ManagementPaths> beans) {
		SingletonSupplier<ManagementPaths> paths = SingletonSupplier
			.of(() -> beans.getIfAvailable(() -> new ManagementPaths(List::of)));
		return (path) -> paths.obtain().include(path);
	}

	private boolean include(PathContainer path) {
		return this.roots.obtain().stream().anyMatch((root) -> isBelow(root, path.value()));
	}

	private static boolean isBelow(String root, String path) {
		return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/');
	}

}
