package dev.mainstay.resilience.actuate;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import dev.mainstay.resilience.policy.DestinationCounts;
import dev.mainstay.resilience.policy.DestinationCounts.LastRejection;
import dev.mainstay.resilience.policy.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * What became of calls since the start.
 *
 * @param calls how many the application made
 * @param attempts how many attempts that took
 * @param amplification attempts for each first attempt, in hundredths
 * @param rejections how many calls were not made, by reason; without those that are 0
 * @param lastRejection the last of them, {@code null} if there is none
 * @since 0.1.0
 */
public record CallsCell(long calls, long attempts, double amplification, Map<String, Long> rejections,
		@Nullable Rejection lastRejection) {

	static CallsCell of(DestinationCounts counts) {
		Map<String, Long> rejections = new TreeMap<>();
		Arrays.stream(RejectionReason.values())
			.filter((reason) -> counts.rejections(reason) > 0)
			.forEach((reason) -> rejections.put(ResilienceEndpoint.word(reason), counts.rejections(reason)));
		long first = counts.firstAttempts();
		double amplification = (first > 0) ? Math.round(100.0 * counts.attempts() / first) / 100.0 : 1;
		LastRejection last = counts.lastRejection();
		return new CallsCell(counts.calls(), counts.attempts(), amplification, rejections,
				(last != null) ? new Rejection(ResilienceEndpoint.word(last.reason()), last.at()) : null);
	}

	/**
	 * A call that was not made.
	 *
	 * @param reason why not
	 * @param at when
	 * @since 0.1.0
	 */
	public record Rejection(String reason, Instant at) {
	}

}
