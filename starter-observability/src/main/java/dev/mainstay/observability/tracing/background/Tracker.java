package dev.mainstay.observability.tracing.background;

/**
 * Follows the tasks of one executor.
 *
 * @param task their kind
 * @param failures where their failures are reported
 */
record Tracker(BackgroundTask task, BackgroundFailures failures) {

	Runnable track(Runnable given) {
		return track(given, given);
	}

	Runnable track(Runnable given, Runnable decorated) {
		return new TrackedTask(given, decorated, this.task, this.failures);
	}

}
