package dev.mainstay.resilience.call;

import java.util.List;
import java.util.function.Supplier;

import dev.mainstay.resilience.fallback.Fallback;
import dev.mainstay.resilience.fallback.Fallbacks;
import dev.mainstay.resilience.policy.Authority;
import dev.mainstay.resilience.policy.Destination;
import dev.mainstay.resilience.policy.Destinations;
import dev.mainstay.resilience.policy.FailureClassifier;
import dev.mainstay.resilience.policy.KnownFailures;
import dev.mainstay.resilience.retry.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * Makes any work under the policy that HTTP calls are made under: total deadline, retries
 * with their budget, circuit breaker, limits. The settings are those of the client of the
 * same name, {@code mainstay.http-client.clients.<name>}, or those for all clients; the
 * name belongs to code, never to data. <pre class="code">
 * String balance = resilience.call("ledger", () -&gt; ledger.balance(account));
 * </pre>
 * <p>
 * Everything happens on the calling thread. Work that has failed in a way that may be
 * over soon is done again, so it has to be safe to do twice; say
 * {@link Repetition#UNSAFE} if it is not. Nobody interrupts work that takes too long:
 * what it calls finds the {@code Deadline} on its thread, and no further attempt begins
 * after it. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Resilience {

	/** {@code null} for work as if there were no engine. */
	private final @Nullable Destinations destinations;

	private final FailureClassifier classifier;

	private final Fallbacks fallbacks;

	private final Sleeper sleeper;

	/**
	 * Create the engine.
	 * @param destinations the settings and the state by name
	 * @param classifier says what a failure means
	 * @param fallbacks answers instead of work that has failed
	 * @param sleeper waits before further attempts
	 */
	public Resilience(Destinations destinations, FailureClassifier classifier, Fallbacks fallbacks, Sleeper sleeper) {
		this(classifier, fallbacks, sleeper, destinations);
	}

	private Resilience(FailureClassifier classifier, Fallbacks fallbacks, Sleeper sleeper,
			@Nullable Destinations destinations) {
		this.destinations = destinations;
		this.classifier = classifier;
		this.fallbacks = fallbacks;
		this.sleeper = sleeper;
	}

	/**
	 * An engine without a policy, for tests and for where Mainstay is switched off: work
	 * is done once, and fallbacks answer.
	 * @return the engine
	 */
	public static Resilience plain() {
		FailureClassifier classifier = new KnownFailures(FailureKind::of);
		return new Resilience(classifier, new Fallbacks(classifier, List::of), (duration) -> {
		}, null);
	}

	/**
	 * Do work that is safe to do twice.
	 * @param <T> the type of the result
	 * @param name the name of what is called
	 * @param work the work
	 * @return its result
	 * @throws dev.mainstay.resilience.policy.CallRejectedException if it is not to be
	 * done
	 */
	public <T extends @Nullable Object> T call(String name, Supplier<T> work) {
		return call(name, Repetition.SAFE, work);
	}

	/**
	 * Do work.
	 * @param <T> the type of the result
	 * @param name the name of what is called
	 * @param repetition whether it is safe to do twice
	 * @param work the work
	 * @return its result
	 * @throws dev.mainstay.resilience.policy.CallRejectedException if it is not to be
	 * done
	 */
	public <T extends @Nullable Object> T call(String name, Repetition repetition, Supplier<T> work) {
		return run(name, repetition, work::get);
	}

	/**
	 * Do work that is safe to do twice, or answer instead.
	 * @param <T> the type of the result
	 * @param name the name of what is called
	 * @param work the work
	 * @param fallback what to answer when it has failed for good
	 * @return its result, or that of the fallback
	 */
	public <T extends @Nullable Object> T call(String name, Supplier<T> work, Fallback<T> fallback) {
		return run(name, Repetition.SAFE, work::get, fallback);
	}

	/**
	 * Do work that may fail with a checked exception.
	 * @param <T> the type of the result
	 * @param <E> the type of the exception
	 * @param name the name of what is called
	 * @param repetition whether it is safe to do twice
	 * @param work the work
	 * @return its result
	 * @throws E if it has failed for good
	 */
	public <T extends @Nullable Object, E extends Throwable> T run(String name, Repetition repetition, Work<T, E> work)
			throws E {
		if (this.destinations == null) {
			return work.run();
		}
		Destination destination = this.destinations.of(name, Authority.NONE);
		return new WorkCourse(destination, repetition, this.classifier, this.sleeper).run(work);
	}

	/**
	 * Do work that may fail with a checked exception, or answer instead.
	 * @param <T> the type of the result
	 * @param <E> the type of the exception
	 * @param name the name of what is called
	 * @param repetition whether it is safe to do twice
	 * @param work the work
	 * @param fallback what to answer when it has failed for good
	 * @return its result, or that of the fallback
	 * @throws E if it has failed for good and the fallback is not for it
	 */
	public <T extends @Nullable Object, E extends Throwable> T run(String name, Repetition repetition, Work<T, E> work,
			Fallback<T> fallback) throws E {
		try {
			return run(name, repetition, work);
		}
		catch (Throwable failure) {
			Supplier<T> answer = this.fallbacks.find(name, fallback, failure);
			if (answer == null) {
				throw failure;
			}
			return answer.get();
		}
	}

}
