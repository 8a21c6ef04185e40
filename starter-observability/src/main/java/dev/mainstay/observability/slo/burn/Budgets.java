package dev.mainstay.observability.slo.burn;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.mainstay.observability.slo.ObjectiveCounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The budgets of all objectives, as this instance has seen them since its start, or,
 * where they are kept, over its restarts. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Budgets implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Budgets.class);

	private static final Duration INTERVAL = Duration.ofSeconds(15);

	private final List<ObjectiveBudget> budgets;

	private final Supplier<List<AlertListener>> listeners;

	private final Clock clock;

	private final ScheduledExecutorService thread;

	private volatile Instant since;

	private volatile boolean kept;

	/**
	 * Create the budgets.
	 * @param counts the events
	 * @param listeners asked whom to tell of alerts, whenever there is something to tell
	 * @param clock tells the time
	 */
	public Budgets(List<ObjectiveCounts> counts, Supplier<List<AlertListener>> listeners, Clock clock) {
		this.clock = clock;
		Instant start = clock.instant();
		this.since = start;
		this.budgets = counts.stream().map((it) -> new ObjectiveBudget(it, start)).toList();
		this.listeners = listeners;
		this.thread = Executors.newSingleThreadScheduledExecutor((work) -> {
			Thread thread = new Thread(work, "mainstay-slo");
			thread.setDaemon(true);
			return thread;
		});
	}

	/**
	 * Begin to look after the budgets, on a thread of its own.
	 * @return these budgets
	 */
	public Budgets start() {
		this.thread.scheduleWithFixedDelay(this::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
		return this;
	}

	/**
	 * Since when events are known.
	 * @return when this was created, or the first of the processes whose events are kept
	 */
	public Instant since() {
		return this.since;
	}

	/**
	 * Whether these outlive the process.
	 * @return whether something keeps them
	 */
	public boolean areKept() {
		return this.kept;
	}

	/** What outlives the process, as lines of text. */
	List<String> kept() {
		Instant now = this.clock.instant();
		Map<String, List<String>> kept = new LinkedHashMap<>();
		this.budgets.forEach((budget) -> kept.put(budget.definition(), budget.kept(now)));
		return KeptBudgets.lines(this.since, kept);
	}

	/**
	 * Add what an earlier process has kept.
	 * @param lines as they were written, none if there is nothing
	 * @return what was kept of objectives that are others now
	 * @throws RuntimeException if the lines are not what was written; nothing is added
	 */
	List<String> restore(List<String> lines) {
		this.kept = true;
		KeptBudgets all = KeptBudgets.of(lines);
		Map<ObjectiveBudget, KeptBudget> read = new LinkedHashMap<>();
		for (ObjectiveBudget budget : this.budgets) {
			List<String> of = all.remove(budget.definition());
			if (of != null) {
				read.put(budget, budget.read(of));
			}
		}
		Instant now = this.clock.instant();
		read.forEach((budget, kept) -> budget.restore(kept, now));
		if (!read.isEmpty() && all.since().isBefore(this.since)) {
			this.since = all.since();
		}
		return all.names();
	}

	/**
	 * How the objectives are kept, as of now.
	 * @return a fresh list, in the order of the objectives
	 */
	public List<BudgetState> states() {
		Instant now = this.clock.instant();
		return this.budgets.stream().map((budget) -> budget.state(now)).toList();
	}

	/**
	 * How one objective is kept, as of now.
	 * @param index its place among the objectives
	 * @return its state
	 */
	public BudgetState state(int index) {
		return this.budgets.get(index).state(this.clock.instant());
	}

	/**
	 * Look at what has happened, and tell of the alerts that start and end. Called every
	 * 15 seconds once this was started.
	 */
	public void look() {
		Instant now = this.clock.instant();
		for (ObjectiveBudget budget : this.budgets) {
			try {
				budget.look(now, new ToldListeners());
			}
			catch (RuntimeException | Error ex) {
				logger.warn("Cannot look after the budget of an objective", ex);
			}
		}
	}

	@Override
	public void close() {
		this.thread.shutdownNow();
	}

	/**
	 * Tells all listeners, whatever one of them does.
	 */
	private final class ToldListeners implements AlertListener {

		@Override
		public void started(Alert alert) {
			tell((listener) -> listener.started(alert));
		}

		@Override
		public void ended(Alert alert, Instant at) {
			tell((listener) -> listener.ended(alert, at));
		}

		private void tell(Consumer<AlertListener> message) {
			for (AlertListener listener : Budgets.this.listeners.get()) {
				try {
					message.accept(listener);
				}
				catch (RuntimeException | Error ex) {
					logger.warn("{} failed to take an alert", listener.getClass().getName(), ex);
				}
			}
		}

	}

}
