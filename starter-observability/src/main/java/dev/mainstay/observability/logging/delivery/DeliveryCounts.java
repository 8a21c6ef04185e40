package dev.mainstay.observability.logging.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

/**
 * Counts the lines that did not get out, by appender, since the process started: logging
 * begins before there is an application context, and outlives it. Thread-safe.
 *
 * @since 0.1.0
 */
public final class DeliveryCounts {

	/**
	 * The names of the levels by which dropped lines are counted.
	 */
	public static final List<String> LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR");

	private static final Map<String, LongAdder> SUPPRESSED = new ConcurrentHashMap<>();

	private static final Map<String, Map<String, LongAdder>> DROPPED = new ConcurrentHashMap<>();

	private static final Set<String> APPENDERS = new ConcurrentSkipListSet<>();

	private DeliveryCounts() {
	}

	/**
	 * The appenders whose lines are counted.
	 * @return their names
	 */
	public static Collection<String> appenders() {
		return List.copyOf(APPENDERS);
	}

	/**
	 * How many lines were suppressed in storms.
	 * @param appender the name of the appender
	 * @return the count
	 */
	public static long suppressedBy(String appender) {
		LongAdder count = SUPPRESSED.get(appender);
		return (count != null) ? count.sum() : 0;
	}

	/**
	 * How many lines were dropped because they could not be written in time.
	 * @param appender the name of the appender
	 * @param level the name of their level
	 * @return the count
	 */
	public static long droppedBy(String appender, String level) {
		LongAdder count = DROPPED.getOrDefault(appender, Map.of()).get(level);
		return (count != null) ? count.sum() : 0;
	}

	static void watch(@Nullable String appender) {
		APPENDERS.add(String.valueOf(appender));
	}

	static LongAdder suppressed(@Nullable String appender) {
		return SUPPRESSED.computeIfAbsent(String.valueOf(appender), (name) -> new LongAdder());
	}

	static LongAdder dropped(@Nullable String appender, String level) {
		return DROPPED.computeIfAbsent(String.valueOf(appender), (name) -> new ConcurrentHashMap<>())
			.computeIfAbsent(level, (name) -> new LongAdder());
	}

	/** The levels of which lines were dropped. */
	static Map<String, Long> dropped(@Nullable String appender) {
		Map<String, Long> counts = new TreeMap<>();
		DROPPED.getOrDefault(String.valueOf(appender), Map.of())
			.forEach((level, count) -> counts.put(level, count.sum()));
		return counts;
	}

}
