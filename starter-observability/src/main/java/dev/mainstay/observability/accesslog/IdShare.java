package dev.mainstay.observability.accesslog;

import dev.mainstay.core.request.CompletedRequest;
import org.jspecify.annotations.Nullable;

/**
 * A share of all requests, chosen by their trace id as the sampler of OpenTelemetry does
 * it: of two shares the smaller is a part of the larger, so that in each service along a
 * trace the same requests are chosen. Immutable and thread-safe.
 *
 * @param share the share, from 0 to 1
 */
record IdShare(double share) {

	/** The half of a trace id that is random by all versions of the specification. */
	private static final int RANDOM_FROM = 16;

	private static final int TRACE_ID_LENGTH = 32;

	private static final int RADIX = 16;

	/** What spreads the hash of a text over all values. */
	private static final long SPREAD = 0x9E3779B97F4A7C15L;

	boolean has(CompletedRequest request) {
		if (this.share >= 1) {
			return true;
		}
		Long place = place(request);
		return place == null || place < (long) (this.share * Long.MAX_VALUE);
	}

	/** Somewhere from zero on; absent for a request without any id. */
	private static @Nullable Long place(CompletedRequest request) {
		if (request.traceIds() != null) {
			return place(request.traceIds().traceId());
		}
		return (request.requestId() != null) ? spread(request.requestId()) : null;
	}

	private static long place(String traceId) {
		if (traceId.length() != TRACE_ID_LENGTH) {
			return spread(traceId);
		}
		try {
			return Math.abs(Long.parseUnsignedLong(traceId, RANDOM_FROM, TRACE_ID_LENGTH, RADIX));
		}
		catch (NumberFormatException ex) {
			// An application may have trace ids of its own.
			return spread(traceId);
		}
	}

	private static long spread(String id) {
		return (id.hashCode() * SPREAD) & Long.MAX_VALUE;
	}

}
