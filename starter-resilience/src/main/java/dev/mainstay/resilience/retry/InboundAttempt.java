package dev.mainstay.resilience.retry;

/**
 * Whether the caller of this service makes its request not for the first time. Then its
 * own calls are not made once more: who retries in every layer multiplies. Belongs to the
 * thread that works on the request, and goes where its context goes.
 *
 * @since 0.1.0
 */
public final class InboundAttempt {

	/**
	 * The key of the number in a context that is propagated, such as that of Reactor.
	 */
	public static final String KEY = InboundAttempt.class.getName();

	private static final ThreadLocal<Integer> current = new ThreadLocal<>();

	private InboundAttempt() {
	}

	/**
	 * Set the number of the attempt that the current thread works on.
	 * @param number the number, 1 for the first
	 */
	public static void set(int number) {
		current.set(number);
	}

	/**
	 * Forget the number, when the work of the thread has ended.
	 */
	public static void clear() {
		current.remove();
	}

	/**
	 * The number of the attempt that the current thread works on.
	 * @return the number, 1 if nobody said another one
	 */
	public static int number() {
		Integer number = current.get();
		return (number != null) ? number : 1;
	}

}
