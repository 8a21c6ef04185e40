package dev.mainstay.observability.slo.generate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of a counter, one for each minute, as promtool expands them:
 * {@code 600+600x59} is 600 and 59 more, each of them 600 higher.
 */
final class CounterValues {

	private final List<String> segments = new ArrayList<>(List.of("0"));

	private BigDecimal last = BigDecimal.ZERO;

	void grow(BigDecimal eachMinute, int minutes) {
		BigDecimal first = this.last.add(eachMinute);
		this.segments.add(text(first) + "+" + text(eachMinute) + "x" + (minutes - 1));
		this.last = this.last.add(eachMinute.multiply(BigDecimal.valueOf(minutes)));
	}

	/** Takes a minute, in which it is 0. */
	void restart() {
		this.segments.add("0");
		this.last = BigDecimal.ZERO;
	}

	BigDecimal last() {
		return this.last;
	}

	String text() {
		return String.join(" ", this.segments);
	}

	private static String text(BigDecimal number) {
		return (number.signum() != 0) ? number.stripTrailingZeros().toPlainString() : "0";
	}

}
