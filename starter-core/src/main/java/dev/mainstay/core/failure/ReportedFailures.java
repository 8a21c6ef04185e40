package dev.mainstay.core.failure;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RootFailure;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which failure was reported for which request, and which lines of the server
 * would only repeat the report. A failure is recognised by the identity of its root
 * cause, as each layer wraps it in an exception of its own; but the same instance may
 * fail another request, too, and that is another failure. Bounded, and keeps no failure
 * in memory: what is forgotten too early costs a second line in the log, never a first.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class ReportedFailures {

	/**
	 * More than threads are between a report and its repetition at the same time.
	 */
	private static final int CAPACITY = 512;

	/** An exchange has no equality but its identity. */
	private final Map<RequestExchange, WeakReference<Throwable>> reported = Collections
		.synchronizedMap(new WeakHashMap<>());

	private final AtomicReferenceArray<@Nullable Repetitions> expected = new AtomicReferenceArray<>(CAPACITY);

	boolean contains(Throwable failure, @Nullable RequestExchange exchange) {
		WeakReference<Throwable> root = (exchange != null) ? this.reported.get(exchange) : null;
		return root != null && root.refersTo(RootFailure.rootCause(failure));
	}

	/** Whether something was reported of a request, whatever it was. */
	boolean isKnown(@Nullable RequestExchange exchange) {
		return exchange != null && this.reported.containsKey(exchange);
	}

	void add(RequestExchange exchange) {
		this.reported.putIfAbsent(exchange, new WeakReference<>(null));
	}

	void add(Throwable failure, @Nullable RequestExchange exchange) {
		if (exchange != null) {
			this.reported.put(exchange, new WeakReference<>(RootFailure.rootCause(failure)));
		}
	}

	/**
	 * Expect that the failure will be repeated on this thread, once for each of the
	 * loggers. What was expected on the thread before did not come, and will not.
	 */
	void expect(Throwable failure, List<String> loggers) {
		this.expected.set(slot(), new Repetitions(failure, loggers));
	}

	/**
	 * Whether a line that is about to be logged only repeats a report that was made on
	 * the same thread. Called for each line at most once: a repetition is expected a
	 * known number of times, and the next one is no repetition.
	 * @param logger the name of the logger
	 * @param message the message, {@code null} if there is none
	 * @param failure the failure in the line, {@code null} if there is none
	 * @return whether the line says nothing new
	 */
	public boolean isRepetition(String logger, @Nullable String message, @Nullable Throwable failure) {
		Repetitions repetitions = this.expected.get(slot());
		return repetitions != null && repetitions.take(logger, message, failure);
	}

	private static int slot() {
		return Math.floorMod(Thread.currentThread().getId(), CAPACITY);
	}

}
