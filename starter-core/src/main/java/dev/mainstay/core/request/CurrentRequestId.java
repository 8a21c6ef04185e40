package dev.mainstay.core.request;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The identity of the request that the current thread works for, and its place in the
 * MDC. A key of that name that the application has put into the MDC itself is never
 * touched. Thread-safe.
 *
 * @since 0.1.0
 */
public final class CurrentRequestId {

	private static final ThreadLocal<@Nullable String> current = new ThreadLocal<>();

	private CurrentRequestId() {
	}

	/**
	 * The identity of the request that the current thread works for.
	 * @return the id, or {@code null} if it works for none
	 */
	public static @Nullable String get() {
		return current.get();
	}

	/**
	 * Make the current thread work for a request, until the scope is closed on the same
	 * thread.
	 * @param requestId the id, {@code null} if the request has none
	 * @return the scope, which restores what was there before
	 */
	public static Scope open(@Nullable String requestId) {
		String previous = get();
		set(requestId);
		return () -> set(previous);
	}

	static void set(@Nullable String requestId) {
		String previous = get();
		String inMdc = MDC.get(RequestIds.MDC_KEY);
		boolean ours = inMdc == null || inMdc.equals(previous);
		if (requestId != null) {
			current.set(requestId);
			if (ours) {
				MDC.put(RequestIds.MDC_KEY, requestId);
			}
		}
		else {
			// To remove it would make a new entry for the next request of the thread.
			current.set(null);
			if (ours && inMdc != null) {
				MDC.remove(RequestIds.MDC_KEY);
			}
		}
	}

	/**
	 * The time for which a thread works for a request.
	 */
	@FunctionalInterface
	public interface Scope extends AutoCloseable {

		@Override
		void close();

	}

}
