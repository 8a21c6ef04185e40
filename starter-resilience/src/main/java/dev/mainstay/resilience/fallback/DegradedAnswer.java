package dev.mainstay.resilience.fallback;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a request while it is made, on a web stack whose requests do not belong
 * to a thread. It goes where the context of the request goes. Thread-safe.
 *
 * @since 0.1.0
 */
public final class DegradedAnswer {

	/**
	 * The key of the answer in a context that is propagated, such as that of Reactor.
	 */
	public static final String KEY = DegradedAnswer.class.getName();

	private static final ThreadLocal<DegradedAnswer> current = new ThreadLocal<>();

	private volatile @Nullable Set<String> clients;

	static @Nullable DegradedAnswer current() {
		return current.get();
	}

	static void bind(@Nullable DegradedAnswer answer) {
		if (answer != null) {
			current.set(answer);
		}
		else {
			current.remove();
		}
	}

	/** Most answers are none, and cost no set. */
	synchronized void mark(String client) {
		Set<String> marked = this.clients;
		if (marked == null) {
			marked = new ConcurrentSkipListSet<>();
			this.clients = marked;
		}
		marked.add(client);
	}

	/**
	 * The clients instead of which a fallback has answered until now.
	 * @return their names, joined by commas, {@code null} if there is none
	 */
	public @Nullable String clients() {
		Set<String> marked = this.clients;
		return (marked != null) ? String.join(", ", marked) : null;
	}

}
