package dev.mainstay.observability.tracing.background;

import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.ref.WeakReference;
import java.util.function.Consumer;

/**
 * Logs the failure because of which a thread ends, where it would only be printed. The
 * failure itself goes its way: whoever looks after the thread or its pool sees it, and
 * where one of them, or of the application's own handlers, takes care of it, nothing is
 * done here.
 */
final class UncaughtFailure implements UncaughtExceptionHandler {

	private final WeakReference<Throwable> failure;

	private final Consumer<Throwable> report;

	private UncaughtFailure(Throwable failure, Consumer<Throwable> report) {
		this.failure = new WeakReference<>(failure);
		this.report = report;
	}

	/** Called on the thread that the failure may be about to end. */
	static void expect(Throwable failure, Consumer<Throwable> report) {
		Thread thread = Thread.currentThread();
		UncaughtExceptionHandler present = thread.getUncaughtExceptionHandler();
		boolean printed = present instanceof UncaughtFailure
				|| (present instanceof ThreadGroup && present.getClass() == ThreadGroup.class);
		if (printed && Thread.getDefaultUncaughtExceptionHandler() == null) {
			thread.setUncaughtExceptionHandler(new UncaughtFailure(failure, report));
		}
	}

	@Override
	public void uncaughtException(Thread thread, Throwable uncaught) {
		ThreadGroup group = thread.getThreadGroup();
		if (this.failure.refersTo(uncaught)) {
			this.report.accept(uncaught);
		}
		else if (group != null) {
			group.uncaughtException(thread, uncaught);
		}
	}

}
