package dev.mainstay.observability.telemetry.logs;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import net.logstash.logback.argument.StructuredArguments;
import net.logstash.logback.marker.Markers;
import org.jspecify.annotations.Nullable;
import org.slf4j.MarkerFactory;
import org.slf4j.event.KeyValuePair;

/**
 * Events with all that an application can log, made up by a seed.
 */
final class LoggedEvent {

	private static final List<String> NAMES = List.of("a", "b", "a.b", "user.id", "http.route", "password", "apiToken",
			"message", "thread.name", "tags", "context.tenant", "traceId", "half\ud83d", "gr\u00fcn", "\u0001", "");

	private static final List<String> TEXTS = List.of("", "plain", "4111111111111111", "password=hunter2",
			"Bearer abcdefghijklmnop", "gr\u00fcn \ud83d\ude00 \ud83d", "\" \\ / \n \t \u0001 \u0085 \u2028 \u007f",
			"NaN", "true", "42", "null", "x".repeat(300), "[nested too deep]");

	private static final List<String> IDS = List.of("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", "r-1", "");

	private static final List<String> MDC_KEYS = List.of("traceId", "spanId", "requestId", "tenant", "a.b", "password");

	private final Random random;

	private LoggedEvent(long seed) {
		this.random = new Random(seed);
	}

	/** One whose line is flat. */
	static LoggingEvent simple(long seed) {
		LoggedEvent made = new LoggedEvent(seed);
		LoggingEvent event = made.event();
		made.times(8, () -> event.addKeyValuePair(new KeyValuePair(made.one(NAMES), made.scalar())));
		return event;
	}

	/** One with anything. */
	static LoggingEvent any(long seed) {
		LoggedEvent made = new LoggedEvent(seed);
		LoggingEvent event = made.event();
		made.times(8, () -> event.addKeyValuePair(new KeyValuePair(made.one(NAMES), made.value(0))));
		event.addKeyValuePair(new KeyValuePair("text", new StringBuilder(made.one(TEXTS))));
		made.times(2, () -> event.addMarker(Markers.append(made.one(NAMES), made.value(2))));
		return event;
	}

	private LoggingEvent event() {
		@Nullable Object[] arguments = { one(TEXTS), StructuredArguments.kv(one(NAMES), scalar()) };
		LoggingEvent event = new LoggingEvent("", new LoggerContext().getLogger("a.b.C"), Level.INFO,
				one(TEXTS) + " {} {}", (this.random.nextInt(5) == 0) ? new IllegalStateException(one(TEXTS)) : null,
				arguments);
		event.setThreadName(one(TEXTS));
		Map<String, String> mdc = new HashMap<>();
		times(5, () -> mdc.put(one(MDC_KEYS), this.random.nextBoolean() ? one(IDS) : one(TEXTS)));
		event.setMDCPropertyMap(mdc);
		times(2, () -> event.addMarker(MarkerFactory.getMarker(one(NAMES))));
		return event;
	}

	private @Nullable Object scalar() {
		List<Supplier<@Nullable Object>> kinds = List.of(() -> null, this.random::nextBoolean, this.random::nextInt,
				this.random::nextLong, () -> Long.MIN_VALUE, () -> Long.MAX_VALUE, () -> (short) -3, () -> (byte) 7,
				() -> this.random.nextInt(1_000_000) / 1e6, () -> -0.0, () -> Double.MIN_VALUE, () -> Double.MAX_VALUE,
				() -> Double.longBitsToDouble(this.random.nextLong()), () -> one(TEXTS), () -> one(TEXTS),
				() -> Thread.State.NEW, () -> new UUID(1, 2), () -> new BigInteger(70, this.random).negate(),
				() -> new BigDecimal(new BigInteger(90, this.random), this.random.nextInt(40) - 9),
				() -> new BigDecimal("10"), () -> new BigDecimal("1E+400"),
				() -> new BigInteger("9223372036854775808"));
		return one(kinds).get();
	}

	private @Nullable Object value(int depth) {
		List<Supplier<@Nullable Object>> kinds = List.of(this::scalar, this::scalar, this::scalar, this::scalar,
				this::scalar, this::scalar, () -> Float.intBitsToFloat(this.random.nextInt()),
				() -> (depth < 3) ? Arrays.asList(value(depth + 1), value(depth + 1)) : "",
				() -> (depth < 3) ? object(depth + 1) : "", () -> List.of("a", "b"), List::of, Map::of,
				() -> new int[] { 1, 2 }, LoggedEvent::failing);
		return one(kinds).get();
	}

	private Map<String, @Nullable Object> object(int depth) {
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		times(3, () -> object.put(one(NAMES), value(depth)));
		return object;
	}

	private static Object failing() {
		return new Object() {

			@Override
			public String toString() {
				throw new IllegalStateException("no text");
			}

		};
	}

	/** One that is longer than a line may get, if that is 4 KB. */
	static LoggingEvent tooLong(long seed) {
		LoggingEvent event = simple(seed);
		event.addKeyValuePair(new KeyValuePair("long",
				IntStream.range(0, 3000).mapToObj(String::valueOf).collect(Collectors.joining(" "))));
		return event;
	}

	private void times(int most, Runnable action) {
		IntStream.range(0, this.random.nextInt(most + 1)).forEach((i) -> action.run());
	}

	private <T> T one(List<T> from) {
		return from.get(this.random.nextInt(from.size()));
	}

}
