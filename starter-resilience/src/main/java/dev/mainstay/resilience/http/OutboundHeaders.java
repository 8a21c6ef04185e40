package dev.mainstay.resilience.http;

import java.util.concurrent.TimeUnit;

import dev.mainstay.resilience.deadline.Deadline;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * What the other side is told about a call: how much time there is, and that it was made
 * before. A header that the application has set itself stays.
 *
 * @param deadline the name of the header with the milliseconds left, empty for none
 * @param attempt the name of the header with the number of the attempt, empty for none
 * @since 0.1.0
 */
public record OutboundHeaders(String deadline, String attempt) {

	private static final long NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

	/**
	 * Tell it.
	 * @param headers the headers of the attempt
	 * @param deadline until when the call has to be over, {@code null} for no limit
	 * @param number the number of the attempt; that of the first is not told
	 */
	public void addTo(HttpHeaders headers, @Nullable Deadline deadline, int number) {
		if (deadline != null && isToAdd(headers, this.deadline)) {
			headers.set(this.deadline, Long.toString(millisLeft(deadline)));
		}
		if (number > 1 && isToAdd(headers, this.attempt)) {
			headers.set(this.attempt, Integer.toString(number));
		}
	}

	private static boolean isToAdd(HttpHeaders headers, String name) {
		return !name.isEmpty() && !headers.containsHeader(name);
	}

	/** Rounded up, so that a long chain of services does not lose one at each. */
	private static long millisLeft(Deadline deadline) {
		return (Math.max(0, deadline.remainingNanos()) + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI;
	}

}
