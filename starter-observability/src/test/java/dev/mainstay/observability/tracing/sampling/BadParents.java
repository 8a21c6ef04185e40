package dev.mainstay.observability.tracing.sampling;

import java.util.List;
import java.util.Locale;

/**
 * Values of {@code traceparent} that are not one.
 */
final class BadParents {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String SPAN = "00f067aa0ba902b7";

	private static final String NO_TRACE = "0".repeat(32);

	private static final String NO_SPAN = "0".repeat(16);

	static final List<String> ALL = List.of("", "0", "00", "-", "---", "00-", "00--", "00---", "00-" + TRACE,
			"00-" + TRACE + "-", "00-" + TRACE + "-" + SPAN, "00-" + TRACE + "-" + SPAN + "-",
			"00-" + TRACE + "-" + SPAN + "-0", "00-" + TRACE + "-" + SPAN + "-001", "00-" + TRACE + "-" + SPAN + "-01-",
			"00-" + TRACE + "-" + SPAN + "-01-what", "00-" + TRACE + "-" + SPAN + "-0g",
			"00-" + TRACE + "-" + SPAN + "_01", "00_" + TRACE + "_" + SPAN + "_01",
			"00-" + NO_TRACE + "-" + SPAN + "-01", "00-" + TRACE + "-" + NO_SPAN + "-01",
			"00-" + NO_TRACE + "-" + NO_SPAN + "-01", "ff-" + TRACE + "-" + SPAN + "-01",
			"FF-" + TRACE + "-" + SPAN + "-01", "0-" + TRACE + "-" + SPAN + "-01", "000-" + TRACE + "-" + SPAN + "-01",
			"zz-" + TRACE + "-" + SPAN + "-01", "00-" + TRACE.substring(1) + "-" + SPAN + "-01",
			"00-" + TRACE + "0-" + SPAN + "-01", "00-" + TRACE + "-" + SPAN.substring(1) + "-01",
			"00-" + TRACE + "-" + SPAN + "0-01", "00-" + TRACE.replace('4', 'g') + "-" + SPAN + "-01",
			"00-" + TRACE + "-" + SPAN.replace('6', 'x') + "-01",
			"00-" + TRACE.toUpperCase(Locale.ROOT) + "-" + SPAN + "-01",
			"00-" + TRACE + "-" + SPAN.toUpperCase(Locale.ROOT) + "-01", TRACE + "-" + SPAN + "-01",
			"00 " + TRACE + " " + SPAN + " 01", "00-" + TRACE + "-" + SPAN + "-01, 00-" + TRACE + "-" + SPAN + "-01",
			"'; DROP TABLE spans;--", "x".repeat(4000));

	private BadParents() {
	}

}
