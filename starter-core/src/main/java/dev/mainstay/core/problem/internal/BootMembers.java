package dev.mainstay.core.problem.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The members of Boot's own error JSON, as far as they are kept.
 *
 * @since 0.1.0
 */
public final class BootMembers {

	/** As Boot's own JSON writes a date. */
	private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX")
		.withZone(ZoneOffset.UTC);

	private BootMembers() {
	}

	/**
	 * The members to keep, in an order that is the same on every web stack. The list of
	 * errors is not kept: it holds what the caller sent, and its name is that of ours.
	 * @param attributes Boot's error attributes, as the application's settings include
	 * them
	 * @return the members
	 */
	public static Map<String, Object> of(Map<String, @Nullable Object> attributes) {
		Map<String, Object> members = new LinkedHashMap<>();
		for (String name : new String[] { "timestamp", "error", "path" }) {
			add(members, name, attributes.get(name));
		}
		attributes.forEach((name, value) -> add(members, name, value));
		members.remove("errors");
		return members;
	}

	private static void add(Map<String, Object> members, String name, @Nullable Object value) {
		if (value != null) {
			members.putIfAbsent(name, (value instanceof Date date) ? format(date.toInstant()) : value);
		}
	}

	private static String format(Instant instant) {
		return TIMESTAMP.format(instant);
	}

}
