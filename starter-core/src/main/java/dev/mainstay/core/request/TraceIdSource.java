package dev.mainstay.core.request;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Reads the trace identity out of a server observation. Called once per request, right
 * after the observation was started; must be thread-safe and must not throw.
 * <p>
 * The observability starter provides the implementation; without it a request has no
 * trace identity.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TraceIdSource {

	/**
	 * Return the identity of the span that belongs to the observation.
	 * @param observation the server's observation of the request
	 * @return the identity, or {@code null} if the request is not traced
	 */
	@Nullable TraceIds traceIds(Observation.ContextView observation);

}
