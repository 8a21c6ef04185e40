package dev.mainstay.resilience.call;

import java.time.Duration;

import dev.mainstay.resilience.deadline.Deadline;
import dev.mainstay.resilience.policy.AttemptResult;
import dev.mainstay.resilience.policy.CallCourse;
import dev.mainstay.resilience.policy.CallRejectedException;
import dev.mainstay.resilience.policy.Destination;
import dev.mainstay.resilience.policy.FailedWork;
import dev.mainstay.resilience.policy.FailureClassifier;
import dev.mainstay.resilience.policy.Permit;
import dev.mainstay.resilience.retry.FailedAttempt;
import dev.mainstay.resilience.retry.FailureKind;
import dev.mainstay.resilience.retry.RetryPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call with its attempts, all on the calling thread.
 */
final class WorkCourse {

	private static final Logger logger = LoggerFactory.getLogger(WorkCourse.class);

	private final CallCourse course;

	private final FailureClassifier classifier;

	private final Sleeper sleeper;

	private final Repetition repetition;

	private final boolean retried;

	/** What the last attempt failed of, {@code null} if it was not made. */
	private @Nullable FailedWork failed;

	WorkCourse(Destination destination, Repetition repetition, FailureClassifier classifier, Sleeper sleeper) {
		RetryPolicy retry = destination.policy().retry();
		this.repetition = repetition;
		this.retried = repetition == Repetition.SAFE && retry != null && retry.mayRetry();
		this.classifier = classifier;
		this.sleeper = sleeper;
		this.course = CallCourse.begin(destination);
	}

	<T extends @Nullable Object, E extends Throwable> T run(Work<T, E> work) throws E {
		Throwable last = null;
		while (true) {
			try {
				return attempt(work);
			}
			catch (Throwable failure) {
				requireNotHidden(failure, last);
				Duration delay = delayAfterFailure();
				if (delay == null || !sleep(delay)) {
					throw failure;
				}
				last = failure;
			}
		}
	}

	/** A failure is not hidden by what kept it from being mended. */
	@SuppressWarnings("unchecked")
	private static <E extends Throwable> void requireNotHidden(Throwable failure, @Nullable Throwable last) throws E {
		if (last != null && failure instanceof CallRejectedException rejection) {
			last.addSuppressed(rejection);
			throw (E) last;
		}
	}

	private <T extends @Nullable Object, E extends Throwable> T attempt(Work<T, E> work) throws E {
		this.failed = null;
		Permit permit = this.course.attempt();
		try {
			T result = underDeadline(work);
			permit.answered(AttemptResult.SUCCESS);
			return result;
		}
		catch (Throwable failure) {
			this.failed = classify(failure);
			permit.answered(saysOf(this.failed, permit));
			throw failure;
		}
		finally {
			permit.close();
		}
	}

	private <T extends @Nullable Object, E extends Throwable> T underDeadline(Work<T, E> work) throws E {
		Deadline deadline = this.course.attemptDeadline();
		if (deadline == null) {
			return once(work);
		}
		try (Deadline.Scope scope = deadline.open()) {
			return once(work);
		}
	}

	private <T extends @Nullable Object, E extends Throwable> T once(Work<T, E> work) throws E {
		return this.retried ? RetriesAround.run(work) : work.run();
	}

	private FailedWork classify(Throwable failure) {
		try {
			return this.classifier.classify(failure);
		}
		catch (RuntimeException | LinkageError ex) {
			logger.warn("A failure was not classified", ex);
			return FailedWork.OTHER;
		}
	}

	/** Who had less time than was needed is not blamed. */
	private AttemptResult saysOf(FailedWork failed, Permit permit) {
		Deadline deadline = this.course.deadline();
		boolean tooLate = failed.kind() == FailureKind.TIMED_OUT && deadline != null && deadline.isPast();
		return tooLate ? permit.resultOfCut() : failed.result();
	}

	private @Nullable Duration delayAfterFailure() {
		FailedWork work = this.failed;
		FailureKind kind = (work != null) ? work.kind() : null;
		if (work == null || kind == null || this.repetition == Repetition.NEVER) {
			return null;
		}
		try {
			boolean safe = this.repetition == Repetition.SAFE;
			return this.course.delayAfter(new FailedAttempt(kind, work.retryAfter(), safe, true), false);
		}
		catch (RuntimeException | LinkageError ex) {
			logger.warn("Work was not done once more, because the decision failed", ex);
			return null;
		}
	}

	/** Whether the time was slept; the thread stays interrupted if it was. */
	private boolean sleep(Duration delay) {
		if (delay.isZero()) {
			return true;
		}
		try {
			this.sleeper.sleep(delay);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
