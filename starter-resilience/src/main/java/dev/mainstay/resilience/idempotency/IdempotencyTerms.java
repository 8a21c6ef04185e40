package dev.mainstay.resilience.idempotency;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What callers are promised.
 *
 * @param retention for how long the end of an operation is kept, {@code null} if that is
 * not known, so that nothing is announced
 * @param patience how long a duplicate waits
 * @param fingerprint when two bodies are the same
 * @param page the path, within the application, of the page on which all of this is
 * published; {@code null} if there is none
 * @since 0.1.0
 */
public record IdempotencyTerms(@Nullable Retention retention, Patience patience, BodyFingerprint fingerprint,
		@Nullable String page) {

	/**
	 * Nothing is announced and nobody waits.
	 */
	public static final IdempotencyTerms NONE = new IdempotencyTerms(null, Patience.NONE, BodyFingerprint.raw(), null);

	/** The preferred form of RFC 9110, section 5.6.7. */
	private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter
		.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
		.withZone(ZoneOffset.UTC);

	/**
	 * Add to an answer until when it is kept. Called when it is complete, before it is
	 * stored, so that a replay repeats it. It is cut to the second, and so never later
	 * than what the store keeps if their clocks agree.
	 * @param response the answer
	 * @param clock the time
	 * @return the answer with {@link IdempotencyHeaders#EXPIRES}
	 */
	StoredResponse announce(StoredResponse response, Clock clock) {
		if (this.retention == null) {
			return response;
		}
		Instant end = clock.instant().plus(this.retention.of(new Outcome.Replayable(response)));
		Map<String, List<String>> headers = new LinkedHashMap<>(response.headers());
		headers.put(IdempotencyHeaders.EXPIRES, List.of(HTTP_DATE.format(end)));
		return new StoredResponse(response.status(), headers, response.body());
	}

}
