package dev.mainstay.observability.slo;

import dev.mainstay.core.request.TraceIds;

/**
 * Tells whether the trace of a bad event is exported, so that an exemplar names only what
 * can be looked at. Called when a bad event is counted; must be thread-safe and quick.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ExportedTraces {

	/**
	 * Whether a trace is exported.
	 * @param ids the ids of the trace
	 * @return whether somebody can look at it
	 */
	boolean isExported(TraceIds ids);

}
