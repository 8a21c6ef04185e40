package dev.mainstay.resilience.policy;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import dev.mainstay.core.mode.Rule;
import dev.mainstay.resilience.policy.Destinations.Surroundings;
import dev.mainstay.resilience.retry.RetryBudget;
import org.jspecify.annotations.Nullable;

/**
 * Where the calls of a client go: the state of every strategy for one client and
 * authority, and nothing else has any. The strategies that each attempt passes are in
 * their order here: circuit breaker, rate limit, concurrency limit. A place among the
 * calls at a time is taken last, so that nobody holds one who is rejected. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Destination {

	private final ClientPolicy policy;

	private final Authority authority;

	private final RetryBudget budget;

	private final NotBefore notBefore;

	private final @Nullable Breaker breaker;

	private final @Nullable ConcurrencyLimit concurrency;

	private final AttemptStrategy[] strategies;

	private final DestinationCounts counts;

	private final Latencies latencies = new Latencies();

	private final LongSupplier nanoTime;

	/** Written without a lock: what it costs to be late is a destination forgotten. */
	private long lastUsed;

	Destination(ClientPolicy policy, Authority authority, ClientCounts client, Surroundings surroundings) {
		this.policy = policy;
		this.authority = authority;
		this.counts = new DestinationCounts(client.total());
		this.nanoTime = surroundings.nanoTime();
		Rule breakerRule = surroundings.breakerRule();
		this.budget = policy.budget().budget(this.nanoTime);
		this.notBefore = new NotBefore(this.nanoTime);
		CallLimits limits = policy.limits();
		BreakerSettings settings = policy.breaker();
		this.breaker = (settings != null && breakerRule.isActive())
				? new Breaker(toString(), settings, breakerRule, this.nanoTime) : null;
		this.concurrency = (limits.concurrentCalls() > 0) ? new ConcurrencyLimit(toString(), limits.concurrentCalls())
				: null;
		RateLimit rate = (limits.calls() > 0) ? new RateLimit(toString(), limits) : null;
		this.strategies = Stream.of(this.breaker, rate, this.concurrency)
			.filter(Objects::nonNull)
			.toArray(AttemptStrategy[]::new);
	}

	/**
	 * What its calls are made under.
	 * @return the policy
	 */
	public ClientPolicy policy() {
		return this.policy;
	}

	/**
	 * Whom they go to.
	 * @return the authority
	 */
	public Authority authority() {
		return this.authority;
	}

	/**
	 * What bounds their retries.
	 * @return the budget
	 */
	public RetryBudget budget() {
		return this.budget;
	}

	/**
	 * What became of them.
	 * @return the counts since the start
	 */
	public DestinationCounts counts() {
		return this.counts;
	}

	/**
	 * How long its attempts took that succeeded, until the head of the answer.
	 * @return the times since the start, the later ones weighing more
	 */
	public Latencies latencies() {
		return this.latencies;
	}

	/** Nothing is written while nothing has changed, so that callers share the line. */
	void used(long time) {
		if (this.lastUsed != time) {
			this.lastUsed = time;
		}
	}

	long lastUsed() {
		return this.lastUsed;
	}

	AttemptStrategy[] strategies() {
		return this.strategies;
	}

	NotBefore notBefore() {
		return this.notBefore;
	}

	LongSupplier nanoTime() {
		return this.nanoTime;
	}

	/** Let an attempt through all strategies. */
	Permit admit() {
		return Permit.of(this);
	}

	/** Whether an attempt that asked now would be rejected. */
	boolean isClosed() {
		return Arrays.stream(this.strategies).anyMatch(AttemptStrategy::isClosed);
	}

	/**
	 * How it is at present.
	 * @return a snapshot
	 */
	public DestinationState state() {
		return new DestinationState((this.breaker != null) ? this.breaker.state() : null,
				(this.breaker != null) ? this.breaker.failureRate() : null,
				(this.concurrency != null) ? this.concurrency.inUse() : null, this.budget.remaining(),
				Math.max(0, this.notBefore.remainingNanos()));
	}

	@Override
	public String toString() {
		return this.authority.host().isEmpty() ? this.policy.name() : this.policy.name() + " to " + this.authority;
	}

}
