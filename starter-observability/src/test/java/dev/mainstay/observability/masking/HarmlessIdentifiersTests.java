package dev.mainstay.observability.masking;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HarmlessIdentifiersTests {

	private static final int COUNT = 100_000;

	private static final long NOW = Instant.parse("2026-11-21T00:00:00Z").toEpochMilli();

	private static final long TWO_YEARS = 63_000_000_000L;

	private static final List<Function<Random, String>> KINDS = List.of(HarmlessIdentifiersTests::snowflake,
			(random) -> "" + time(random), (random) -> "" + (time(random) * 1000 + random.nextInt(1000)),
			(random) -> "" + (time(random) * 1_000_000 + random.nextInt(1_000_000)),
			(random) -> new UUID(random.nextLong(), random.nextLong()).toString(),
			(random) -> "ORD-2026-" + (1_000_000 + random.nextInt(9_000_000)), HarmlessIdentifiersTests::isbn,
			(random) -> "+49 1" + (50 + random.nextInt(29)) + " " + (1_000_000 + random.nextInt(99_000_000)),
			HarmlessIdentifiersTests::traceId, (random) -> "0." + time(random) + time(random) % 1000);

	private final MaskingEngine engine = MaskingEngine.create(List.of());

	@Test
	void areMaskedFewerThanOnceInTenThousand() {
		Random random = new Random(42);
		int masked = 0;
		for (int i = 0; i < COUNT; i++) {
			String text = "order " + KINDS.get(i % KINDS.size()).apply(random) + " shipped";
			masked += this.engine.mask(text).equals(text) ? 0 : 1;
		}
		assertThat(masked).isLessThan(COUNT / 10_000);
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
