package dev.mainstay.resilience.fallback;

import java.util.function.Function;

import dev.mainstay.resilience.policy.CallRejectedException;
import dev.mainstay.resilience.policy.FailedWork;
import org.jspecify.annotations.Nullable;

/**
 * What to answer instead when a call has failed for good, after its retries. It is for
 * failures of the dependency, or for those of the types that it names; any other failure
 * reaches the caller. Immutable; thread-safe if its functions are.
 *
 * @param <T> the type of the answer
 * @since 0.1.0
 */
public final class Fallback<T extends @Nullable Object> {

	private final @Nullable Class<? extends Throwable> type;

	private final Function<Throwable, ? extends T> answer;

	private final @Nullable Fallback<T> next;

	private Fallback(@Nullable Class<? extends Throwable> type, Function<Throwable, ? extends T> answer,
			@Nullable Fallback<T> next) {
		this.type = type;
		this.answer = answer;
		this.next = next;
	}

	/**
	 * For failures of the dependency: a call that was not made, no answer, or one that
	 * says that it is in trouble. Neither for an answer of 4xx but 408 and 429 nor for an
	 * exception that nobody knows.
	 * @param <T> the type of the answer
	 * @param answer makes the answer of the failure
	 * @return the fallback
	 */
	public static <T extends @Nullable Object> Fallback<T> of(Function<Throwable, ? extends T> answer) {
		return new Fallback<>(null, answer, null);
	}

	/**
	 * For failures of one type, whatever they mean.
	 * @param <T> the type of the answer
	 * @param <E> the type of the failure
	 * @param type the type of the failure
	 * @param answer makes the answer of the failure
	 * @return the fallback
	 */
	public static <T extends @Nullable Object, E extends Throwable> Fallback<T> on(Class<E> type,
			Function<? super E, ? extends T> answer) {
		return new Fallback<>(type, (failure) -> answer.apply(type.cast(failure)), null);
	}

	/**
	 * The same fallback, and another one for what this one is not for.
	 * @param other the other one
	 * @return the fallback for both
	 */
	public Fallback<T> or(Fallback<T> other) {
		return new Fallback<>(this.type, this.answer, (this.next != null) ? this.next.or(other) : other);
	}

	/**
	 * The function for a failure.
	 * @param failure the failure
	 * @param meaning what it means
	 * @return makes the answer, {@code null} if there is none for it
	 */
	public @Nullable Function<Throwable, ? extends T> answerFor(Throwable failure, FailedWork meaning) {
		for (Fallback<T> it = this; it != null; it = it.next) {
			if ((it.type != null) ? it.type.isInstance(failure) : isOfDependency(failure, meaning)) {
				return it.answer;
			}
		}
		return null;
	}

	/**
	 * Whether a failure is one of the dependency.
	 * @param failure the failure
	 * @param meaning what it means
	 * @return whether it is, or the call was not made at all
	 */
	static boolean isOfDependency(Throwable failure, FailedWork meaning) {
		return meaning.isOfDependency() || rejectionOf(failure) != null;
	}

	static @Nullable CallRejectedException rejectionOf(Throwable failure) {
		Throwable cause = failure;
		for (int depth = 0; cause != null && depth < 10; depth++) {
			if (cause instanceof CallRejectedException rejection) {
				return rejection;
			}
			cause = cause.getCause();
		}
		return null;
	}

}
