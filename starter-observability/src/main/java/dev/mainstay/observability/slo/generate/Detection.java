package dev.mainstay.observability.slo.generate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalInt;

import dev.mainstay.observability.slo.BurnPair;

/**
 * How long it takes until a share of bad events is an alert, after a time in which all
 * was well: factor x budget / share x long window.
 */
final class Detection {

	/** The rules run once a minute, and so does the scrape. */
	private static final int SLACK = 2;

	private final Recorded recorded;

	private final String severity;

	Detection(Recorded recorded, String severity) {
		this.recorded = recorded;
		this.severity = severity;
	}

	/** The minute in which it is there for sure; none if it never is. */
	OptionalInt latest(BigDecimal badShare) {
		OptionalInt minutes = minutes(badShare, RoundingMode.CEILING);
		return minutes.isPresent() ? OptionalInt.of(minutes.getAsInt() + SLACK) : minutes;
	}

	/** A minute in which it is not yet there; 0 if it may be there at once. */
	int before(BigDecimal badShare) {
		return Math.max(0, minutes(badShare, RoundingMode.FLOOR).orElse(0) - 1);
	}

	private OptionalInt minutes(BigDecimal badShare, RoundingMode rounding) {
		return this.recorded.pairs(this.severity)
			.stream()
			.filter((pair) -> threshold(pair).compareTo(badShare) < 0)
			.mapToInt((pair) -> threshold(pair).multiply(BigDecimal.valueOf(pair.longWindow().toMinutes()))
				.divide(badShare, MathContext.DECIMAL64)
				.setScale(0, rounding)
				.intValueExact())
			.min();
	}

	private BigDecimal threshold(BurnPair pair) {
		return BigDecimal.valueOf(pair.factor()).multiply(this.recorded.budget());
	}

}
