package dev.mainstay.observability.slo.burn;

import java.time.Instant;

/**
 * Told when the alerts of objectives start and end in this instance. Every bean of this
 * type is told, on the one thread that looks after the budgets; it must not block. What
 * it throws is logged and swallowed.
 *
 * @since 0.1.0
 */
public interface AlertListener {

	/**
	 * Called when an alert starts.
	 * @param alert the alert
	 */
	void started(Alert alert);

	/**
	 * Called when an alert has ended.
	 * @param alert the alert as it was last
	 * @param at when it ended
	 */
	void ended(Alert alert, Instant at);

}
