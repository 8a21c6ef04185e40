package dev.mainstay.resilience.outgoing;

import org.jspecify.annotations.Nullable;

/**
 * Whether calls that were made from here may have had an effect elsewhere: a charge, an
 * order, a mail. Whoever has to know whether an operation can simply run again opens a
 * scope around it; the clients note what they cannot take back. Calls that carry an
 * idempotency key of their own are not noted, as the other side recognises them.
 * <p>
 * A note belongs to the thread that opened it and goes where the context goes:
 * {@link OutgoingEffectsThreadLocalAccessor} takes it along to other threads and through
 * Reactor. It can be told and asked by any thread at any time, also after its scope was
 * closed.
 *
 * @since 0.1.0
 */
public final class OutgoingEffects {

	/**
	 * The key of the note in a context that is propagated, such as that of Reactor.
	 */
	public static final String KEY = OutgoingEffects.class.getName();

	private static final ThreadLocal<OutgoingEffects> current = new ThreadLocal<>();

	private final @Nullable OutgoingEffects outer;

	private volatile boolean possible;

	/**
	 * Create a note that no thread has yet, for what does not stay on one.
	 */
	public OutgoingEffects() {
		this(null);
	}

	private OutgoingEffects(@Nullable OutgoingEffects outer) {
		this.outer = outer;
	}

	/**
	 * Begin a note on the current thread. What is noted in it is noted in the one that
	 * surrounds it as well.
	 * @return the scope, to be closed on this thread
	 */
	public static Scope open() {
		return new OutgoingEffects(current.get()).resume();
	}

	/**
	 * Note that a call may have had an effect. Called when it has ended that way; without
	 * a note on the current thread nothing happens.
	 */
	public static void note() {
		for (OutgoingEffects effects = current.get(); effects != null; effects = effects.outer) {
			effects.possible = true;
		}
	}

	/**
	 * The note of the current thread.
	 * @return the note, {@code null} if there is none
	 */
	public static @Nullable OutgoingEffects current() {
		return current.get();
	}

	static void bind(@Nullable OutgoingEffects effects) {
		if (effects != null) {
			current.set(effects);
		}
		else {
			current.remove();
		}
	}

	/**
	 * Go on with this note on the current thread, for instance when an asynchronous
	 * request is dispatched again.
	 * @return the scope, to be closed on this thread
	 */
	public Scope resume() {
		OutgoingEffects before = current.get();
		current.set(this);
		return new Scope(this, before);
	}

	/**
	 * Whether a call may have had an effect until now.
	 * @return whether one was noted
	 */
	public boolean mayHaveHappened() {
		return this.possible;
	}

	/**
	 * The time in which the calls of a thread are noted.
	 *
	 * @since 0.1.0
	 */
	public static final class Scope implements AutoCloseable {

		private final OutgoingEffects effects;

		private final @Nullable OutgoingEffects before;

		private Scope(OutgoingEffects effects, @Nullable OutgoingEffects before) {
			this.effects = effects;
			this.before = before;
		}

		/**
		 * The note, which outlives the scope.
		 * @return the note
		 */
		public OutgoingEffects effects() {
			return this.effects;
		}

		/**
		 * Whether a call may have had an effect until now.
		 * @return whether one was noted
		 */
		public boolean mayHaveHappened() {
			return this.effects.mayHaveHappened();
		}

		/**
		 * Give the thread back the note that it had before. On another thread, or a
		 * second time, nothing happens.
		 */
		@Override
		public void close() {
			if (current.get() == this.effects) {
				bind(this.before);
			}
		}

	}

}
