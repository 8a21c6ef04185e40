package dev.mainstay.core.problem;

import java.util.Map;

import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestIds;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The request in which a problem occurred.
 *
 * @param instance the path of the request, {@code null} if it is not known
 * @param requestId the identity of the request, {@code null} if it has none
 * @param traceId the identity of the trace, {@code null} if the request is not traced
 * @param additions members that the answer has besides, as far as the problem does not
 * have them itself
 * @since 0.1.0
 */
public record ProblemOccurrence(@Nullable String instance, @Nullable String requestId, @Nullable String traceId,
		Map<String, ?> additions) {

	/**
	 * The occurrence in a request.
	 * @param instance the path of the request
	 * @param exchange the {@link RequestExchange#ATTRIBUTE attribute} with the exchange;
	 * anything else stands for none, and the ids are then taken from the MDC
	 * @return the occurrence
	 */
	public static ProblemOccurrence of(@Nullable String instance, @Nullable Object exchange) {
		String requestId = null;
		String traceId = null;
		if (exchange instanceof RequestExchange known) {
			requestId = known.requestId();
			traceId = (known.traceIds() != null) ? known.traceIds().traceId() : null;
		}
		return new ProblemOccurrence(instance, (requestId != null) ? requestId : MDC.get(RequestIds.MDC_KEY),
				(traceId != null) ? traceId : MDC.get("traceId"), Map.of());
	}

	/**
	 * The same occurrence with other additions.
	 * @param additions the members
	 * @return the occurrence
	 */
	public ProblemOccurrence withAdditions(Map<String, ?> additions) {
		return new ProblemOccurrence(this.instance, this.requestId, this.traceId, additions);
	}

}
