package dev.mainstay.observability.slo.burn;

import java.time.Duration;

/**
 * Times that are looked back, as properties and Prometheus write them.
 *
 * @since 0.1.0
 */
public final class WindowText {

	private WindowText() {
	}

	/**
	 * Write a time.
	 * @param time the time
	 * @return such as {@code 5m}, {@code 6h} or {@code 30d}
	 */
	public static String of(Duration time) {
		if (time.equals(Duration.ofDays(time.toDays()))) {
			return time.toDays() + "d";
		}
		if (time.equals(Duration.ofHours(time.toHours()))) {
			return time.toHours() + "h";
		}
		return time.equals(Duration.ofMinutes(time.toMinutes())) ? time.toMinutes() + "m" : time.toSeconds() + "s";
	}

}
