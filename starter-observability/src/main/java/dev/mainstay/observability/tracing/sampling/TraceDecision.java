package dev.mainstay.observability.tracing.sampling;

import java.util.Locale;

/**
 * What became of a trace that the sampler has not chosen.
 *
 * @since 0.1.0
 */
public enum TraceDecision {

	/**
	 * It was exported, all spans of this service.
	 */
	KEPT,

	/**
	 * It was exported, but for the spans beyond the limit for one trace.
	 */
	CUT,

	/**
	 * There was nothing about it.
	 */
	DISCARDED,

	/**
	 * It was dropped before its end, for want of room.
	 */
	EVICTED;

	/**
	 * How a tag of a meter has it.
	 * @return the name in lower case
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
