package dev.mainstay.resilience.deadline;

import java.util.List;
import java.util.stream.Stream;

/**
 * Reads what the headers of a request say of the time its caller gives it, and of how
 * often it has been tried. Immutable.
 */
final class CallerHeaders {

	/** What others send, and in which form. */
	private static final List<Header> FOREIGN = List.of(new Header("grpc-timeout", TimeoutFormat.GRPC),
			new Header("x-envoy-expected-rq-timeout-ms", TimeoutFormat.MILLISECONDS_IF_ANY),
			new Header("Connect-Timeout-Ms", TimeoutFormat.MILLISECONDS),
			new Header("Expect-Within", TimeoutFormat.SECONDS));

	private static final List<String> ATTEMPTS = List.of("X-Request-Attempt", "x-envoy-attempt-count");

	/** Nobody tries more often; and it is a number that one can still print. */
	private static final int MAX_ATTEMPTS = 100;

	private static final int MAX_ATTEMPT_DIGITS = 3;

	private final List<Header> timeouts;

	CallerHeaders(String timeout) {
		this.timeouts = Stream.concat(Stream.of(new Header(timeout, TimeoutFormat.MILLISECONDS)), FOREIGN.stream())
			.toList();
	}

	/**
	 * The shortest time that any of the headers gives: a proxy on the way may have less
	 * patience than the caller behind it.
	 * @param request the request
	 * @return the time in nanoseconds, {@link TimeoutFormat#NONE} if none is given
	 */
	long timeout(InboundRequest request) {
		long shortest = TimeoutFormat.NONE;
		for (Header header : this.timeouts) {
			String value = request.onlyValue(header.name());
			if (value != null) {
				shortest = shorter(shortest, header.format().read(value));
			}
		}
		return shortest;
	}

	static long shorter(long one, long other) {
		if (one == TimeoutFormat.NONE || other == TimeoutFormat.NONE) {
			return Math.max(one, other);
		}
		return Math.min(one, other);
	}

	/**
	 * The number of the attempt.
	 * @param request the request
	 * @return the highest one that is told, 1 if none is
	 */
	int attempt(InboundRequest request) {
		int highest = 1;
		for (String name : ATTEMPTS) {
			String value = request.onlyValue(name);
			highest = Math.max(highest, (value != null) ? attempt(value) : 1);
		}
		return highest;
	}

	private static int attempt(String value) {
		if (value.isEmpty() || value.length() > MAX_ATTEMPT_DIGITS
				|| !value.chars().allMatch((digit) -> digit >= '0' && digit <= '9')) {
			return 1;
		}
		int number = Integer.parseInt(value);
		return (number <= MAX_ATTEMPTS) ? number : 1;
	}

	private record Header(String name, TimeoutFormat format) {

	}

}
