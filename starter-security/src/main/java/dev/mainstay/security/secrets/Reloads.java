package dev.mainstay.security.secrets;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what was read again, and what was refused. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Reloads {

	private final Map<Kind, LongAdder> taken = counters();

	private final Map<Kind, LongAdder> refused = counters();

	private static Map<Kind, LongAdder> counters() {
		Map<Kind, LongAdder> counters = new EnumMap<>(Kind.class);
		for (Kind kind : Kind.values()) {
			counters.put(kind, new LongAdder());
		}
		return counters;
	}

	/**
	 * Something new is in use.
	 * @param kind what it is
	 */
	public void taken(Kind kind) {
		of(this.taken, kind).increment();
	}

	/**
	 * Something new is not used, and what was there before is.
	 * @param kind what it is
	 */
	public void refused(Kind kind) {
		of(this.refused, kind).increment();
	}

	/**
	 * How often something new came into use.
	 * @param kind what it is
	 * @return the number
	 */
	public long countTaken(Kind kind) {
		return of(this.taken, kind).sum();
	}

	/**
	 * How often something new was not used.
	 * @param kind what it is
	 * @return the number
	 */
	public long countRefused(Kind kind) {
		return of(this.refused, kind).sum();
	}

	/** There is one for each. */
	private static LongAdder of(Map<Kind, LongAdder> counters, Kind kind) {
		return counters.computeIfAbsent(kind, (missing) -> new LongAdder());
	}

	/**
	 * What can be read again.
	 */
	public enum Kind {

		/** The files of a config tree. */
		CONFIG_TREE,

		/** An SSL bundle. */
		SSL_BUNDLE,

		/** The user and password of a connection pool. */
		DATA_SOURCE,

		/** The token of the management endpoints. */
		MANAGEMENT_TOKEN;

		private final String tag = name().toLowerCase(Locale.ROOT).replace('_', '-');

		/**
		 * As it is named in meters.
		 * @return the name, such as {@code ssl-bundle}
		 */
		public String tag() {
			return this.tag;
		}

	}

}
