package dev.mainstay.core.request;

/**
 * The W3C identity of the server's span for a request.
 *
 * @param traceId 32 lower-case hexadecimal digits
 * @param spanId 16 lower-case hexadecimal digits
 * @param sampled whether the span is exported, whatever becomes of the request
 * @since 0.1.0
 */
public record TraceIds(String traceId, String spanId, boolean sampled) {

	/**
	 * The value of a {@code traceresponse} header, as in the W3C Trace Context Level 2
	 * draft.
	 * @return version 00, the ids and the flags, joined by hyphens
	 */
	public String traceresponse() {
		return "00-" + this.traceId + "-" + this.spanId + (this.sampled ? "-01" : "-00");
	}

}
