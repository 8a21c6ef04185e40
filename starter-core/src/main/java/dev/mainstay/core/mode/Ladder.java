package dev.mainstay.core.mode;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ladder that every rule which could break a caller climbs: off, report, enforce.
 * Features register their rules here when the application starts. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Ladder {

	private static final Logger logger = LoggerFactory.getLogger(Ladder.class);

	private final Mode mode;

	private final LongSupplier nanoTime;

	private final long start;

	private final List<Rule> rules = new CopyOnWriteArrayList<>();

	private final List<Consumer<Rule>> observers = new CopyOnWriteArrayList<>();

	private final LongAdder requests = new LongAdder();

	/**
	 * Create a ladder.
	 * @param mode where rules stand that have no rung of their own
	 */
	public Ladder(Mode mode) {
		this(mode, System::nanoTime);
	}

	/**
	 * Create a ladder that reads the time of somebody else.
	 * @param mode where rules stand that have no rung of their own
	 * @param nanoTime the time, as from {@link System#nanoTime()}
	 */
	public Ladder(Mode mode, LongSupplier nanoTime) {
		this.mode = mode;
		this.nanoTime = nanoTime;
		this.start = nanoTime.getAsLong();
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
		return rule(name, rung, () -> true);
	}

	/**
	 * Register a rule that may have nothing to work on. Called while the application
	 * starts, once per rule.
	 * @param name the feature and the rule, as for {@link #rule(String, Rung)}
	 * @param rung the rung that the property sets, {@code null} to follow the mode
	 * @param applicable whether there is anything in this application that can break it;
	 * asked when the rules are shown, never for a request
	 * @return the rule
	 */
	public Rule rule(String name, @Nullable Rung rung, BooleanSupplier applicable) {
		Rule rule = new Rule(name, (rung != null) ? rung : this.mode.rung(), applicable);
		this.rules.add(rule);
		this.observers.forEach((observer) -> tell(observer, rule));
		return rule;
	}

	/**
	 * Be told of every rule: of those that are registered now, of any other when it is.
	 * @param observer told of each at least once, quickly; what it throws is logged and
	 * swallowed
	 */
	public void observe(Consumer<Rule> observer) {
		this.observers.add(observer);
		this.rules.forEach((rule) -> tell(observer, rule));
	}

	private static void tell(Consumer<Rule> observer, Rule rule) {
		try {
			observer.accept(rule);
		}
		catch (RuntimeException | Error ex) {
			logger.warn("The rule {} holds, but not everybody could be told of it", rule.name(), ex);
		}
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
	 * For how long requests and hits have been counted.
	 * @return the time since the ladder was created
	 */
	public Duration age() {
		return Duration.ofNanos(this.nanoTime.getAsLong() - this.start);
	}

	/**
	 * Count a request for the application. Called once for each when it ends.
	 */
	public void countRequest() {
		this.requests.increment();
	}

}
