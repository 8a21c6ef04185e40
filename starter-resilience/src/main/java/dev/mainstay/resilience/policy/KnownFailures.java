package dev.mainstay.resilience.policy;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.mainstay.resilience.retry.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * Classifies the failures of the libraries that work most often fails in, with their
 * causes: input and output, answers of Spring's HTTP clients, timeouts, databases. What
 * may be absent goes by its name. Anything else says nothing: a defect is not mended by
 * doing it again. Thread-safe.
 *
 * @since 0.1.0
 */
public final class KnownFailures implements FailureClassifier {

	private static final int MAX_DEPTH = 10;

	/** Failures of files, formats and programs: the same the next time. */
	private static final Set<String> FINAL = Set.of("java.io.FileNotFoundException",
			"java.nio.file.FileSystemException", "java.io.ObjectStreamException",
			"java.nio.charset.CharacterCodingException", "java.net.MalformedURLException", "java.util.zip.ZipException",
			"com.fasterxml.jackson.core.JacksonException",
			"org.springframework.http.converter.HttpMessageConversionException",
			"org.springframework.core.codec.CodecException", "java.sql.SQLTransientConnectionException");

	private static final Map<String, FailureKind> TRANSIENT = transients();

	private static final String WEB_CLIENT_ANSWER = "org.springframework.web.reactive.function.client.WebClientResponseException";

	private static final String REST_CLIENT_ANSWER = "org.springframework.web.client.RestClientResponseException";

	private final IntFunction<@Nullable FailureKind> answers;

	/**
	 * Create the classifier.
	 * @param answers says which status of an answer is worth another attempt
	 */
	public KnownFailures(IntFunction<@Nullable FailureKind> answers) {
		this.answers = answers;
	}

	/** After a lock was not got the transaction was rolled back: nothing was done. */
	private static Map<String, FailureKind> transients() {
		Map<String, FailureKind> kinds = new HashMap<>();
		kinds.put(TimeoutException.class.getName(), FailureKind.TIMED_OUT);
		kinds.put("java.sql.SQLTimeoutException", FailureKind.TIMED_OUT);
		kinds.put("java.sql.SQLTransientException", FailureKind.AMBIGUOUS);
		kinds.put("java.sql.SQLRecoverableException", FailureKind.AMBIGUOUS);
		kinds.put("java.sql.SQLTransactionRollbackException", FailureKind.REFUSED);
		kinds.put("org.springframework.dao.QueryTimeoutException", FailureKind.TIMED_OUT);
		kinds.put("org.springframework.dao.ConcurrencyFailureException", FailureKind.REFUSED);
		kinds.put("org.springframework.dao.TransientDataAccessException", FailureKind.AMBIGUOUS);
		kinds.put("org.springframework.dao.RecoverableDataAccessException", FailureKind.AMBIGUOUS);
		return Map.copyOf(kinds);
	}

	@Override
	public FailedWork classify(Throwable failure) {
		List<Throwable> causes = Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause)
			.limit(MAX_DEPTH)
			.toList();
		if (Thread.currentThread().isInterrupted() || causes.stream().anyMatch(KnownFailures::isFinal)) {
			return FailedWork.OTHER;
		}
		for (Throwable cause : causes) {
			FailedWork known = known(cause);
			if (known != null) {
				return known;
			}
		}
		return FailedWork.OTHER;
	}

	/** A call inside that was not made is rejected already, and blames nobody. */
	private static boolean isFinal(Throwable cause) {
		return cause instanceof InterruptedException || cause instanceof CallRejectedException
				|| lookUp(cause, FINAL::contains) != null;
	}

	private @Nullable FailedWork known(Throwable cause) {
		if (lookUp(cause, REST_CLIENT_ANSWER::equals) != null) {
			return RestClientAnswer.classify(cause, this.answers);
		}
		if (lookUp(cause, WEB_CLIENT_ANSWER::equals) != null) {
			return WebClientAnswer.classify(cause, this.answers);
		}
		if (cause instanceof IOException failure) {
			FailureKind kind = FailureKind.of(failure);
			return (kind != null) ? FailedWork.transientOf(kind) : FailedWork.OTHER;
		}
		String type = lookUp(cause, TRANSIENT::containsKey);
		FailureKind kind = (type != null) ? TRANSIENT.get(type) : null;
		return (kind != null) ? FailedWork.transientOf(kind) : null;
	}

	private static @Nullable String lookUp(Throwable failure, Predicate<String> known) {
		for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
			if (known.test(type.getName())) {
				return type.getName();
			}
		}
		return null;
	}

}
