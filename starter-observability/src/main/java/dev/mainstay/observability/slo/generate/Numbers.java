package dev.mainstay.observability.slo.generate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

import dev.mainstay.observability.slo.Objective;

/**
 * Numbers and durations as a person would have written them: 0.001 for 1 - 0.999, and not
 * 0.0010000000000000009.
 */
final class Numbers {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private Numbers() {
	}

	/** With six digits at most, which is more than any threshold needs. */
	static String plain(double number) {
		BigDecimal rounded = BigDecimal.valueOf(number).round(new MathContext(6, RoundingMode.HALF_UP));
		return rounded.stripTrailingZeros().toPlainString();
	}

	/** All digits: 99.99995 % is not 100 %. */
	static String target(Objective objective) {
		return BigDecimal.valueOf(objective.target()).stripTrailingZeros().toPlainString();
	}

	/** The share of events that may be bad, exactly. */
	static BigDecimal budget(Objective objective) {
		return BigDecimal.ONE.subtract(BigDecimal.valueOf(objective.target()));
	}

	static String percent(BigDecimal share) {
		return share.multiply(HUNDRED).stripTrailingZeros().toPlainString() + "%";
	}

	/** In the largest unit that has no remainder, as PromQL has durations. */
	static String duration(Duration duration) {
		if (duration.toMillisPart() != 0) {
			return duration.toMillis() + "ms";
		}
		long seconds = duration.toSeconds();
		if (seconds % 86_400 == 0) {
			return seconds / 86_400 + "d";
		}
		if (seconds % 3_600 == 0) {
			return seconds / 3_600 + "h";
		}
		return (seconds % 60 == 0) ? seconds / 60 + "m" : seconds + "s";
	}

}
