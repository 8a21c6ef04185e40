package dev.mainstay.observability.slo.autoconfigure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.observability.slo.BurnPair;
import dev.mainstay.observability.slo.BurnPolicy;

/**
 * A target as a property has it: a share such as 0.995, or a percentage such as 99.5 or
 * 99.5 %.
 *
 * @param property the name of the property
 * @param written what it says
 * @param share the share
 */
record TargetShare(String property, String written, BigDecimal share) {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final String FIX = "Write a percentage, such as 99.5%, or a share, such as 0.995";

	static TargetShare of(String property, String written) {
		String number = written.replace("%", "").trim();
		BigDecimal value;
		try {
			value = new BigDecimal(number);
		}
		catch (NumberFormatException ex) {
			throw new InvalidPropertyException(property, written, "it is not a number", FIX);
		}
		boolean isPercentage = written.contains("%") || value.compareTo(BigDecimal.ONE) > 0;
		BigDecimal share = isPercentage ? value.divide(HUNDRED) : value;
		InvalidPropertyException.check(share.signum() > 0, property, written, "everything could fail", FIX);
		InvalidPropertyException.check(share.compareTo(BigDecimal.ONE) < 0, property, written,
				"it leaves a budget of 1 - " + plain(share) + " = " + plain(BigDecimal.ONE.subtract(share))
						+ " of all events, so that the first bad one breaks it",
				FIX);
		return new TargetShare(property, written, share);
	}

	/**
	 * Check that a page can fire: the burn of a budget is at most what there is if all
	 * events are bad.
	 */
	TargetShare checkReach(Duration window) {
		List<BurnPair> pairs = BurnPolicy.of(window);
		for (BurnPair pair : pairs) {
			BigDecimal budget = BigDecimal.ONE.subtract(this.share);
			BigDecimal needed = BigDecimal.valueOf(pair.factor()).multiply(budget);
			InvalidPropertyException.check(needed.compareTo(BigDecimal.ONE) < 0, this.property, this.written,
					"a " + pair.severity() + " could never fire: it needs more than factor x budget = "
							+ plain(BigDecimal.valueOf(pair.factor())) + " x (1 - " + plain(this.share) + ") = "
							+ plain(needed) + " of all events to be bad",
					"Write a target above " + lowest(pair) + "%");
		}
		return this;
	}

	/** Rounded up, so that what is written is enough. */
	private static String lowest(BurnPair pair) {
		BigDecimal most = BigDecimal.ONE.divide(BigDecimal.valueOf(pair.factor()), 6, RoundingMode.DOWN);
		return plain(BigDecimal.ONE.subtract(most).multiply(HUNDRED).setScale(2, RoundingMode.UP));
	}

	private static String plain(BigDecimal value) {
		return (value.signum() == 0) ? "0" : value.stripTrailingZeros().toPlainString();
	}

}
