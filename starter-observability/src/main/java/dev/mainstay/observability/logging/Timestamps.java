package dev.mainstay.observability.logging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Points in time as in RFC 3339, in UTC and with milliseconds. Thread-safe.
 */
final class Timestamps {

	private static final DateTimeFormatter FORMATTER = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.")
		.withZone(ZoneOffset.UTC);

	private record Second(long epoch, String text) {

	}

	/** Many events share a second; whichever thread wrote it last is right. */
	private volatile Second last = second(0);

	String format(long epochMillis) {
		long epochSecond = Math.floorDiv(epochMillis, 1000L);
		Second second = this.last;
		if (second.epoch() != epochSecond) {
			second = second(epochSecond);
			this.last = second;
		}
		int millis = (int) Math.floorMod(epochMillis, 1000L);
		return new StringBuilder(24).append(second.text())
			.append((char) ('0' + millis / 100))
			.append((char) ('0' + millis / 10 % 10))
			.append((char) ('0' + millis % 10))
			.append('Z')
			.toString();
	}

	private static Second second(long epochSecond) {
		return new Second(epochSecond, FORMATTER.format(Instant.ofEpochSecond(epochSecond)));
	}

}
