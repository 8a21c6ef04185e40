package dev.mainstay.core.validation;

import jakarta.persistence.Persistence;
import jakarta.persistence.spi.PersistenceProviderResolverHolder;

import org.springframework.util.ClassUtils;

/**
 * What a store has not loaded yet was not read from the request, and is not loaded to be
 * looked at: an argument may be an entity, or hold one.
 */
final class Loaded {

	private static final boolean persistence = ClassUtils.isPresent("jakarta.persistence.Persistence",
			Loaded.class.getClassLoader());

	private Loaded() {
	}

	/** What the JDK has made is nobody's proxy. */
	static boolean is(Object value) {
		return !persistence || value.getClass().getName().startsWith("java.") || Stores.haveLoaded(value);
	}

	/** Only here is the API linked. */
	private static final class Stores {

		private static final String API = "jakarta.persistence.spi.";

		private static final boolean shipped = Loaded.class.getClassLoader()
			.getResource("META-INF/services/" + API + "PersistenceProvider") != null;

		private Stores() {
		}

		/** Where there is no provider, the API would warn of that. */
		static boolean haveLoaded(Object value) {
			return !(shipped || hasResolver()) || Persistence.getPersistenceUtil().isLoaded(value);
		}

		private static boolean hasResolver() {
			return !PersistenceProviderResolverHolder.getPersistenceProviderResolver()
				.getClass()
				.getName()
				.startsWith(API);
		}

	}

}
