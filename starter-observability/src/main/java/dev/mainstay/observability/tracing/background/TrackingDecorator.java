package dev.mainstay.observability.tracing.background;

import org.jspecify.annotations.Nullable;

import org.springframework.core.task.TaskDecorator;

/**
 * Follows the tasks of an executor of Spring. The decorator that the executor has anyway
 * sees the same tasks as without this, and the context is its business then.
 *
 * @param tracker follows them
 * @param present the decorator of the application or of Spring Boot, if there is one
 */
record TrackingDecorator(Tracker tracker, @Nullable TaskDecorator present) implements TaskDecorator {

	@Override
	public Runnable decorate(Runnable runnable) {
		Runnable decorated = (this.present != null) ? this.present.decorate(runnable) : runnable;
		return this.tracker.track(runnable, decorated);
	}

}
