package dev.mainstay.core.validation;

import jakarta.persistence.Persistence;

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

		private Stores() {
		}

		static boolean haveLoaded(Object value) {
			return Persistence.getPersistenceUtil().isLoaded(value);
		}

	}

}
