package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How keys are handled.
 *
 * @param strict whether a key without quotes is refused
 * @param lease how long an operation counts as in progress after its request has ended
 * without it
 * @param maxRequestSize the largest body of a request that is protected, in bytes
 * @param maxResponseSize the largest body of an answer that is stored, in bytes
 * @param afterFailure what becomes of a key when its operation has failed
 * @param onAbandoned what is done when the owner of an operation was lost
 * @param whenFull what is done when the store has no room
 * @param replayedHeaders the names of the headers that a replay repeats, in any case
 * @since 0.1.0
 */
public record IdempotencySettings(boolean strict, Duration lease, int maxRequestSize, int maxResponseSize,
		AfterFailure afterFailure, OnAbandoned onAbandoned, WhenFull whenFull, Set<String> replayedHeaders) {

	/**
	 * Headers that belong to the answer itself. Not among them are those that belong to
	 * one exchange of messages (cookies, dates, connection, trace, CORS, security): a
	 * replay gets its own.
	 */
	public static final Set<String> DEFAULT_REPLAYED_HEADERS = Set.of("Content-Type", "Content-Language",
			"Content-Encoding", "Content-Disposition", "Content-Location", "Content-Digest", "Repr-Digest", "Location",
			"ETag", "Last-Modified", "Cache-Control", "Expires", "Link", "Preference-Applied", "Retry-After");

	/**
	 * Copies the set.
	 */
	public IdempotencySettings {
		replayedHeaders = Set.copyOf(replayedHeaders);
	}

	/**
	 * Pick from an answer the headers that are stored with it. Called when the answer is
	 * complete and nothing of it was sent.
	 * @param values gives the values of a header, an empty list if it is not set
	 * @return the headers that are set, by their names
	 */
	public Map<String, List<String>> replayedHeadersOf(Function<String, List<String>> values) {
		Map<String, List<String>> picked = new LinkedHashMap<>();
		for (String name : this.replayedHeaders) {
			List<String> some = values.apply(name);
			if (!some.isEmpty()) {
				picked.put(name, some);
			}
		}
		return picked;
	}

}
