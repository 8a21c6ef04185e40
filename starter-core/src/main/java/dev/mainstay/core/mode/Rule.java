package dev.mainstay.core.mode;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A rule on its rung. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Rule {

	private static final Logger logger = LoggerFactory.getLogger(Rule.class);

	/**
	 * Subjects come from the application's own code; the bound is for the case that not.
	 */
	private static final int MAX_SUBJECTS = 200;

	private final String name;

	private final Rung rung;

	private final BooleanSupplier applicable;

	private final LongAdder rejections = new LongAdder();

	private final LongAdder changes = new LongAdder();

	private final Set<String> subjects = ConcurrentHashMap.newKeySet();

	Rule(String name, Rung rung, BooleanSupplier applicable) {
		this.name = name;
		this.rung = rung;
		this.applicable = applicable;
	}

	/**
	 * The feature and the rule.
	 * @return the name, such as {@code validation.missing-valid}
	 */
	public String name() {
		return this.name;
	}

	/**
	 * The property that sets the rung.
	 * @return the name of the property
	 */
	public String property() {
		return "mainstay." + this.name;
	}

	/**
	 * How far the rule is taken.
	 * @return the rung
	 */
	public Rung rung() {
		return this.rung;
	}

	/**
	 * Whether the rule is looked at. Ask before doing work that only the rule needs.
	 * @return whether it is on any rung but off
	 */
	public boolean isActive() {
		return this.rung != Rung.OFF;
	}

	/**
	 * Whether there is anything in this application that can break the rule. May change
	 * while it runs. For those who show the rules, never for a request.
	 * @return whether it has something to work on; true also if that cannot be found out
	 */
	public boolean isApplicable() {
		if (hits() > 0) {
			return true;
		}
		try {
			return this.applicable.getAsBoolean();
		}
		catch (RuntimeException | Error ex) {
			logger.warn("It cannot be found out whether {} has anything to work on", this.name, ex);
			return true;
		}
	}

	/**
	 * Called when a request breaks the rule: counts it and, in report, logs once per
	 * subject what would have been rejected.
	 * @param subject what in the application the rule was broken at, such as a route;
	 * never a value that a caller sent
	 * @return whether the request has to be rejected
	 */
	public boolean broken(String subject) {
		this.rejections.increment();
		if (this.rung == Rung.REPORT && this.subjects.size() < MAX_SUBJECTS && this.subjects.add(subject)) {
			logger.warn(
					"{} would have rejected a request at {}. It was let through because the rule reports; set "
							+ "{}=enforce to reject, or off to stop looking. Further ones are only counted.",
					this.name, subject, property());
		}
		return this.rung == Rung.ENFORCE;
	}

	/**
	 * Called when a rule that rejects nothing changes an answer, or would if it were
	 * enforced, such as one that adds headers: counts it, without a log line.
	 * @return whether the answer has to be changed
	 */
	public boolean applies() {
		this.changes.increment();
		return this.rung == Rung.ENFORCE;
	}

	/**
	 * How many requests broke the rule, or got an answer that it changes, since the
	 * start.
	 * @return the number of requests
	 */
	public long hits() {
		return this.rejections.sum() + changes();
	}

	/**
	 * How many of the hits change an answer and reject nothing.
	 * @return the number of requests
	 */
	public long changes() {
		return this.changes.sum();
	}

}
