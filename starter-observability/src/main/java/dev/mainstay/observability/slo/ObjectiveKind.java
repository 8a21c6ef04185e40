package dev.mainstay.observability.slo;

/**
 * What an objective is about.
 *
 * @since 0.1.0
 */
public enum ObjectiveKind {

	/**
	 * How many events do not fail.
	 */
	AVAILABILITY,

	/**
	 * How many events do not fail and end in time.
	 */
	LATENCY

}
