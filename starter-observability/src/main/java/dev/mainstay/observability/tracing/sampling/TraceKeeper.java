package dev.mainstay.observability.tracing.sampling;

import dev.mainstay.core.request.CompletedRequest;

/**
 * Has the trace of a request exported though the sampler has not chosen it: all spans of
 * this service, whole. Every bean of this type is asked when a request has ended, on the
 * thread of the server, until one says yes. An implementation must be thread-safe and
 * quick, and must not block; what it throws is logged and taken for a no.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TraceKeeper {

	/**
	 * Whether the trace of a request is worth keeping.
	 * @param request the request that has ended
	 * @return whether its trace is exported in any case
	 */
	boolean keeps(CompletedRequest request);

}
