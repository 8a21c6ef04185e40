package dev.mainstay.observability.errorgroups;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.observability.logging.StackTraces;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a failure as it was: masked first, and shortened then, as half a secret
 * is not known for one. Thread-safe.
 *
 * @since 0.1.0
 */
public final class FailureSamples {

	/** A storm of one failure needs no text of each. */
	private static final Duration PAUSE = Duration.ofMinutes(1);

	private static final int MAX_MESSAGE = 500;

	private static final int MAX_STACK_TRACE = 6000;

	private static final String CUT = "...";

	private final TextMasker masker;

	private final String version;

	/**
	 * Create it.
	 * @param masker masks all texts
	 * @param version the version of the application, {@code null} if it is not known
	 */
	public FailureSamples(TextMasker masker, @Nullable String version) {
		this.masker = masker;
		this.version = (version != null) ? version : ErrorGroup.UNKNOWN_VERSION;
	}

	String version() {
		return this.version;
	}

	boolean isDue(@Nullable FailureSample last, Instant at) {
		return last == null || !at.isBefore(last.at().plus(PAUSE));
	}

	MetFailure met(Throwable failure, Throwable root, Instant at, FailureContext context) {
		String message = message(root);
		return new MetFailure(failure, root, (message != null) ? this.masker.mask(message) : "", at, context);
	}

	/** The text is the application's own code. */
	private static @Nullable String message(Throwable failure) {
		try {
			return failure.getMessage();
		}
		catch (RuntimeException | StackOverflowError ex) {
			return null;
		}
	}

	FailureSample of(MetFailure met) {
		return new FailureSample(met.at(), this.version, met.context().requestId(), met.context().traceId(),
				shortened(met.message(), MAX_MESSAGE), stackTrace(met.failure()), stackHash(met.failure()));
	}

	FailedRequest request(String requestId, String fingerprint, MetFailure met) {
		return new FailedRequest(requestId, met.at(), this.version, met.context().traceId(), met.context().route(),
				null, List.of(new FailedRequest.Failure(fingerprint, met.root().getClass().getName(),
						shortened(met.message(), MAX_MESSAGE))),
				List.of());
	}

	private String stackTrace(Throwable failure) {
		try {
			return shortened(StackTraces.text(failure, this.masker::mask), MAX_STACK_TRACE);
		}
		catch (RuntimeException | StackOverflowError ex) {
			return failure.getClass().getName();
		}
	}

	private static String stackHash(Throwable failure) {
		try {
			return StackTraces.hash(failure);
		}
		catch (RuntimeException | StackOverflowError ex) {
			return "";
		}
	}

	static String shortened(String text) {
		return shortened(text, MAX_MESSAGE);
	}

	private static String shortened(String text, int length) {
		return (text.length() > length) ? text.substring(0, length) + CUT : text;
	}

	List<RecordedEvent> masked(List<RecordedEvent> events) {
		return events.stream().map((event) -> event.with((text) -> shortened(this.masker.mask(text)))).toList();
	}

}
