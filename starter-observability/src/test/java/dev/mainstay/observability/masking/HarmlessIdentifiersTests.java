package dev.mainstay.observability.masking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HarmlessIdentifiersTests {

	private static final int COUNT = 100_000;

	private static final long NOW = Instant.parse("2026-11-21T00:00:00Z").toEpochMilli();

	private static final long TWO_YEARS = 63_000_000_000L;

	private static final Map<String, Function<Random, String>> KINDS = Map.of("snowflake",
			HarmlessIdentifiersTests::snowflake, "milliseconds", (random) -> "" + time(random), "microseconds",
			(random) -> "" + (time(random) * 1000 + random.nextInt(1000)), "nanoseconds",
			(random) -> "" + (time(random) * 1_000_000 + random.nextInt(1_000_000)), "UUID",
			(random) -> new UUID(random.nextLong(), random.nextLong()).toString(), "order number",
			HarmlessIdentifiersTests::orderNumber, "ISBN", HarmlessIdentifiersTests::isbn, "phone",
			HarmlessIdentifiersTests::phone, "trace id", HarmlessIdentifiersTests::traceId, "decimal",
			(random) -> "0." + time(random) + time(random) % 1000);

	private final MaskingEngine engine = MaskingEngine.create(new MaskingRules(List.of(), EmailPolicy.ALL));

	/** Each kind for itself, so that none hides among the others. */
	@ParameterizedTest
	@ValueSource(strings = { "snowflake", "milliseconds", "microseconds", "nanoseconds", "UUID", "order number", "ISBN",
			"phone", "trace id", "decimal" })
	void areMaskedFewerThanOnceInTenThousand(String kind) {
		Random random = new Random(42);
		int masked = 0;
		for (int i = 0; i < COUNT; i++) {
			String text = "order " + KINDS.get(kind).apply(random) + " shipped";
			masked += this.engine.finds(text) ? 1 : 0;
		}
		assertThat(masked).isLessThan(COUNT / 10_000);
	}

	/** With the letters of countries that have account numbers, too. */
	private static String orderNumber(Random random) {
		long number = 1_000_000 + random.nextInt(9_000_000);
		return switch (random.nextInt(4)) {
			case 0 -> "ORD-2026-" + number;
			case 1 -> "DE" + number + "-" + random.nextInt(1000);
			case 2 -> "SO" + number + number % 1000;
			default -> "NO-" + (time(random) + number);
		};
	}

	private static String phone(Random random) {
		int number = 1_000_000 + random.nextInt(8_999_999);
		return switch (random.nextInt(3)) {
			case 0 -> "+49 1" + (50 + random.nextInt(29)) + " " + (1_000_000 + random.nextInt(99_000_000));
			case 1 -> "00431" + number;
			default -> "+1-555-" + number / 10_000 + "-" + number % 10_000;
		};
	}

	private static long time(Random random) {
		return NOW - (long) (random.nextDouble() * TWO_YEARS);
	}

	/** 41 bits of milliseconds since November 2010, 22 bits of machine and sequence. */
	private static String snowflake(Random random) {
		return "" + (((time(random) - 1_288_834_974_657L) << 22) | random.nextInt(1 << 22));
	}

	private static String traceId(Random random) {
		return String.format("%016x%016x", random.nextLong(), random.nextLong());
	}

	private static String isbn(Random random) {
		return "978" + (1_000_000_000L + (long) (random.nextDouble() * 8_999_999_999L));
	}

}
