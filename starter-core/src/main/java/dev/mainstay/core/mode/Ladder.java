package dev.mainstay.core.mode;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

/**
 * The ladder that every rule which could break a caller climbs: off, report, enforce.
 * Features register their rules here when the application starts. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Ladder {

	private final Mode mode;

	private final List<Rule> rules = new CopyOnWriteArrayList<>();

	private final LongAdder requests = new LongAdder();

	/**
	 * Create a ladder.
	 * @param mode where rules stand that have no rung of their own
	 */
	public Ladder(Mode mode) {
		this.mode = mode;
	}

	/**
	 * Where rules stand that have no rung of their own.
	 * @return the mode
	 */
	public Mode mode() {
		return this.mode;
	}

	/**
	 * Register a rule. Called while the application starts, once per rule.
	 * @param name the feature and the rule, such as {@code validation.missing-valid}; the
	 * property that sets its rung is the name behind {@code mainstay.}
	 * @param rung the rung that the property sets, {@code null} to follow the mode
	 * @return the rule
	 */
	public Rule rule(String name, @Nullable Rung rung) {
		Rule rule = new Rule(name, (rung != null) ? rung : this.mode.rung());
		this.rules.add(rule);
		return rule;
	}

	/**
	 * The rules that were registered.
	 * @return an immutable snapshot, in the order of registration
	 */
	public List<Rule> rules() {
		return List.copyOf(this.rules);
	}

	/**
	 * How many requests for the application have ended since the start, the figure beside
	 * which the hits of a rule mean something.
	 * @return the number of requests
	 */
	public long requests() {
		return this.requests.sum();
	}

	/**
	 * Count a request for the application. Called once for each when it ends.
	 */
	public void countRequest() {
		this.requests.increment();
	}

}
