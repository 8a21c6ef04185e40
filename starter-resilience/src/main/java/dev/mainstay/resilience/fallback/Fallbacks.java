package dev.mainstay.resilience.fallback;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.mainstay.resilience.policy.CallRejectedException;
import dev.mainstay.resilience.policy.FailedWork;
import dev.mainstay.resilience.policy.FailureClassifier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers with fallbacks, and tells who wants to know. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Fallbacks {

	private static final Logger logger = LoggerFactory.getLogger(Fallbacks.class);

	private final FailureClassifier classifier;

	private final Supplier<List<FallbackListener>> listeners;

	/**
	 * Create the fallbacks.
	 * @param classifier says what a failure means
	 * @param listeners asked for the listeners at each event
	 */
	public Fallbacks(FailureClassifier classifier, Supplier<List<FallbackListener>> listeners) {
		this.classifier = classifier;
		this.listeners = listeners;
	}

	/**
	 * Find the answer instead of a call that has failed for good.
	 * @param <T> the type of the answer
	 * @param client the name of the client, or of the call
	 * @param fallback what to answer
	 * @param failure why the call failed
	 * @return gives the answer, to be asked once; {@code null} if the fallback is not for
	 * this failure
	 */
	public <T extends @Nullable Object> @Nullable Supplier<T> find(String client, Fallback<T> fallback,
			Throwable failure) {
		FailedWork meaning = meaningOf(failure);
		Function<Throwable, ? extends T> answer = fallback.answerFor(failure, meaning);
		if (answer == null) {
			return null;
		}
		return () -> {
			T result = answer.apply(failure);
			answered(client, failure, meaning);
			return result;
		};
	}

	FailedWork meaningOf(Throwable failure) {
		try {
			return this.classifier.classify(failure);
		}
		catch (RuntimeException | LinkageError ex) {
			logger.warn("A failure was not classified", ex);
			return FailedWork.OTHER;
		}
	}

	void answered(String client, Throwable failure, FailedWork meaning) {
		String cause = causeOf(failure, meaning);
		for (FallbackListener listener : this.listeners.get()) {
			try {
				listener.onFallback(client, cause);
			}
			catch (RuntimeException | LinkageError ex) {
				logger.warn("A listener failed at a fallback: {}", listener.getClass().getName(), ex);
			}
		}
	}

	/** A word of a small set: never anything that the other side has said. */
	private static String causeOf(Throwable failure, FailedWork meaning) {
		CallRejectedException rejection = Fallback.rejectionOf(failure);
		if (rejection != null) {
			return word(rejection.reason());
		}
		if (meaning.kind() != null) {
			return word(meaning.kind());
		}
		return meaning.isOfDependency() ? "failed" : "other";
	}

	private static String word(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
