package dev.mainstay.samples.badday;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does several things at the same time.
 */
final class SideBySide {

	private SideBySide() {
	}

	/**
	 * Waits until all are done, or one has failed: the others are interrupted then.
	 */
	static <T> List<T> run(List<Callable<T>> tasks) {
		ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
		try {
			ExecutorCompletionService<T> ended = new ExecutorCompletionService<>(threads);
			List<Future<T>> all = tasks.stream().map(ended::submit).toList();
			for (int i = 0; i < tasks.size(); i++) {
				result(ended.take());
			}
			return all.stream().map(SideBySide::result).toList();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static <T> T result(Future<T> ended) {
		try {
			return ended.get();
		}
		catch (ExecutionException ex) {
			throw new CompletionException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

}
