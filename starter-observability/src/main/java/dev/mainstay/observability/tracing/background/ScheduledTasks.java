package dev.mainstay.observability.tracing.background;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;

import org.springframework.core.Ordered;
import io.micrometer.observation.ObservationHandler;
import org.springframework.scheduling.support.ScheduledTaskObservationContext;

/**
 * Follows the methods that are called on a schedule, through the observation that Spring
 * makes of each call. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ScheduledTasks implements ObservationHandler<ScheduledTaskObservationContext>, Ordered {

	private final BackgroundWork work;

	private final BackgroundFailures failures;

	private final boolean active;

	/**
	 * Create it.
	 * @param work keeps the account
	 * @param failures where failures are reported
	 * @param active whether it does anything; read at run time, because in an
	 * AOT-processed application it is there whatever the properties say
	 */
	public ScheduledTasks(BackgroundWork work, BackgroundFailures failures, boolean active) {
		this.work = work;
		this.failures = failures;
		this.active = active;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return this.active && context instanceof ScheduledTaskObservationContext;
	}

	@Override
	public void onStart(ScheduledTaskObservationContext context) {
		this.failures.forget();
		task(context).begin();
	}

	/**
	 * Called when the scope of the call has been left, and before Spring logs the
	 * failure, or has the application's handler do what it does.
	 * @param context the call
	 */
	@Override
	public void onError(ScheduledTaskObservationContext context) {
		TracingContext tracing = context.get(TracingContext.class);
		Span span = (tracing != null) ? tracing.getSpan() : null;
		Throwable failure = context.getError();
		if (failure != null) {
			this.failures.pass(failure, span);
		}
	}

	@Override
	public void onStop(ScheduledTaskObservationContext context) {
		if (context.getError() != null) {
			task(context).fail();
		}
		else if (context.isComplete()) {
			task(context).succeed();
		}
	}

	private BackgroundTask task(ScheduledTaskObservationContext context) {
		return this.work.task(BackgroundTask.SCHEDULED,
				context.getTargetClass().getSimpleName() + "." + context.getMethod().getName());
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
