package dev.mainstay.observability.tracing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

import io.micrometer.context.ContextExecutorService;

/**
 * Executors that carry the request id and the trace to the threads that work for them.
 * For code that hands work to threads which Spring does not know: the common pool of the
 * JDK, where nothing but the call itself can be changed, and executors that are no beans.
 * Thread-safe. <pre>{@code
 * CompletableFuture.supplyAsync(this::price, ContextExecutors.commonPool());
 * }</pre>
 *
 * @since 0.1.0
 */
public final class ContextExecutors {

	/** The common pool, or what the JDK takes instead where that has one thread only. */
	private static final Executor COMMON_POOL = wrap(new CompletableFuture<Void>().defaultExecutor());

	private ContextExecutors() {
	}

	/**
	 * The executor that {@link CompletableFuture} takes where none is given, and that
	 * carries the ids. Called wherever work is handed over.
	 * @return the executor, the same for every call
	 */
	public static Executor commonPool() {
		return COMMON_POOL;
	}

	/**
	 * Let an executor carry the ids. Whatever else it does is unchanged.
	 * @param executor runs the work
	 * @return an executor that is to be used in its place
	 */
	public static Executor wrap(Executor executor) {
		return (task) -> executor.execute(IdentityContext.capture().wrap(task));
	}

	/**
	 * Let an executor carry the ids. Whatever else it does is unchanged; to shut down one
	 * is to shut down the other.
	 * @param executor runs the work
	 * @return an executor that is to be used in its place
	 */
	public static ExecutorService wrap(ExecutorService executor) {
		return ContextExecutorService.wrap(executor, IdentityContext::capture);
	}

}
