package dev.mainstay.observability.masking;

import java.util.concurrent.atomic.LongAdder;

/**
 * How many values have been masked by each rule since the process started, by all engines
 * together: the one of the log lines exists before there is a context, and outlives it.
 * Each place at which {@link MaskingEngine#REPLACEMENT} was put counts once: a secret
 * that gets into a message and into an attribute counts twice. Thread-safe.
 *
 * @since 0.1.0
 */
public final class MaskedCounts {

	private static final LongAdder[] COUNTS = new LongAdder[MaskingRule.values().length];

	static {
		for (int i = 0; i < COUNTS.length; i++) {
			COUNTS[i] = new LongAdder();
		}
	}

	/** Set while a thread tries masking out on secrets that it made up. */
	private static final ThreadLocal<Boolean> TRYING = new ThreadLocal<>();

	private MaskedCounts() {
	}

	/**
	 * How many values were masked by a rule.
	 * @param rule the rule
	 * @return the count since the process started
	 */
	public static long of(MaskingRule rule) {
		return COUNTS[rule.ordinal()].sum();
	}

	/**
	 * Mask without counting. For whoever tries masking out on made-up secrets, on this
	 * thread.
	 * @param trial what masks
	 */
	public static void withoutCounting(Runnable trial) {
		TRYING.set(Boolean.TRUE);
		try {
			trial.run();
		}
		finally {
			TRYING.remove();
		}
	}

	static void add(MaskingRule rule) {
		if (TRYING.get() == null) {
			COUNTS[rule.ordinal()].increment();
		}
	}

}
