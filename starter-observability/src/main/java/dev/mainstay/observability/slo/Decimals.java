package dev.mainstay.observability.slo;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Sums with numbers as people write them: 1 - 0.999 is 0.001, not 0.0010000000000000009.
 */
final class Decimals {

	private Decimals() {
	}

	static double complement(double share) {
		return BigDecimal.ONE.subtract(BigDecimal.valueOf(share)).doubleValue();
	}

	static double product(double one, double other) {
		return BigDecimal.valueOf(one).multiply(BigDecimal.valueOf(other)).doubleValue();
	}

	/** To six digits, which is more than any rule needs. */
	static double quotient(double dividend, double divisor) {
		return BigDecimal.valueOf(dividend)
			.divide(BigDecimal.valueOf(divisor), new MathContext(6))
			.stripTrailingZeros()
			.doubleValue();
	}

	/** As people write it: neither an exponent nor zeros at the end. */
	static String plain(double value) {
		return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
	}

}
