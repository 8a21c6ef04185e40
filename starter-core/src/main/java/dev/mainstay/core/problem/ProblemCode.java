package dev.mainstay.core.problem;

import org.jspecify.annotations.Nullable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The catalogue of problems that Mainstay answers with. A code is stable: a caller may
 * branch on it. Where several codes share a status, the first one stands for the status
 * when nothing but the status is known.
 *
 * @since 0.1.0
 */
public enum ProblemCode {

	/** The request cannot be understood. */
	MALFORMED_REQUEST(400, "Malformed Request", "The request cannot be read as what this operation takes."),

	/** The request is understood and breaks a constraint. */
	VALIDATION_FAILED(400, "Validation Failed", "The request breaks at least one constraint of this operation."),

	/** The request names a destination that may not be called. */
	DESTINATION_NOT_ALLOWED(400, "Destination Not Allowed", "The request names a destination that may not be called."),

	/** An idempotency key is required and missing. */
	IDEMPOTENCY_KEY_MISSING(400, "Idempotency Key Missing", "This operation requires an idempotency key."),

	/** An idempotency key is not well-formed. */
	IDEMPOTENCY_KEY_INVALID(400, "Idempotency Key Invalid", "The idempotency key is not well-formed."),

	/** The caller has to say who it is. */
	UNAUTHENTICATED(401, "Unauthenticated", "This operation requires valid credentials."),

	/** A payment is required. */
	PAYMENT_REQUIRED(402, "Payment Required", "This operation requires a payment."),

	/** The caller may not do this. */
	FORBIDDEN(403, "Forbidden", "The caller may not do this."),

	/** The proof is missing that the request was not forged by another site. */
	CSRF_REJECTED(403, "Cross-Site Request Rejected", "The proof is missing that this request is the caller's own."),

	/** There is nothing here. */
	NOT_FOUND(404, "Not Found", "There is nothing at this address."),

	/** The method is not one of those that this address takes. */
	METHOD_NOT_ALLOWED(405, "Method Not Allowed", "This address does not take this method."),

	/** None of the formats that the caller accepts is available. */
	NOT_ACCEPTABLE(406, "Not Acceptable", "None of the accepted formats is available."),

	/** The request did not arrive in time. */
	REQUEST_TIMEOUT(408, "Request Timeout", "The request did not arrive in time."),

	/** The request is at odds with the state of what it is about. */
	CONFLICT(409, "Conflict", "The request is at odds with the present state of what it is about."),

	/** A request with this idempotency key is under way. */
	IDEMPOTENCY_IN_PROGRESS(409, "Idempotent Request In Progress", "A request with this idempotency key is under way."),

	/** What became of the first request with this idempotency key is not known. */
	IDEMPOTENCY_OUTCOME_UNKNOWN(409, "Idempotent Outcome Unknown",
			"What became of the first request with this idempotency key is not known."),

	/** The answer to the first request with this idempotency key was not kept. */
	IDEMPOTENCY_RESPONSE_NOT_REPLAYABLE(409, "Idempotent Response Not Replayable",
			"The request was carried out, and its answer cannot be given again."),

	/** What was here is gone for good. */
	GONE(410, "Gone", "What was at this address is gone."),

	/** The length of the body has to be declared. */
	LENGTH_REQUIRED(411, "Length Required", "The length of the body has to be declared."),

	/** A precondition that the caller set does not hold. */
	PRECONDITION_FAILED(412, "Precondition Failed", "A precondition of the request does not hold."),

	/** The body is too large. */
	PAYLOAD_TOO_LARGE(413, "Payload Too Large", "The body of the request is larger than this operation takes."),

	/** The address is too long. */
	URI_TOO_LONG(414, "URI Too Long", "The address of the request is too long."),

	/** The format of the body is not one of those that this operation takes. */
	UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type", "This operation does not take a body of this format."),

	/** The requested range is outside of what there is. */
	RANGE_NOT_SATISFIABLE(416, "Range Not Satisfiable", "The requested range is outside of what there is."),

	/** The request is understood and cannot be carried out. */
	UNPROCESSABLE_CONTENT(422, "Unprocessable Content", "The request is understood and cannot be carried out."),

	/** The idempotency key was used for another request. */
	IDEMPOTENCY_KEY_REUSED(422, "Idempotency Key Reused", "This idempotency key was used for another request."),

	/** What the request is about is locked. */
	LOCKED(423, "Locked", "What the request is about is locked."),

	/** The request may be a replay and came too early. */
	TOO_EARLY(425, "Too Early", "The request came too early to be safe."),

	/** The request has to be conditional. */
	PRECONDITION_REQUIRED(428, "Precondition Required", "The request has to be conditional."),

	/** The caller sends too many requests. */
	RATE_LIMITED(429, "Rate Limited", "The caller has sent too many requests."),

	/** The header fields are too large. */
	HEADER_FIELDS_TOO_LARGE(431, "Header Fields Too Large", "The header fields of the request are too large."),

	/** Any other fault of the caller. */
	CLIENT_ERROR(400, "Client Error", "The request cannot be carried out."),

	/** Something went wrong that is not the caller's fault. */
	INTERNAL_ERROR(500, "Internal Error", "An unexpected error kept the request from being carried out."),

	/** This is not implemented. */
	NOT_IMPLEMENTED(501, "Not Implemented", "This is not implemented."),

	/** A service that is needed for the answer failed. */
	DEPENDENCY_FAILED(502, "Dependency Failed", "A service that is needed for the answer failed."),

	/** The service cannot answer at present. */
	TEMPORARILY_OVERLOADED(503, "Temporarily Overloaded", "The service cannot answer at present. Try again later."),

	/** A service that is needed for the answer is not available at present. */
	DEPENDENCY_UNAVAILABLE(503, "Dependency Unavailable",
			"A service that is needed for the answer is not available at present."),

	/** The records that make idempotency keys work are not available at present. */
	IDEMPOTENCY_STORE_UNAVAILABLE(503, "Idempotency Store Unavailable",
			"The idempotency key cannot be honoured at present; nothing was done."),

	/** There was not enough time for an answer. */
	DEADLINE_EXCEEDED(504, "Deadline Exceeded", "There was not enough time for an answer."),

	/** Any other fault of the service. */
	SERVER_ERROR(500, "Server Error", "The request could not be carried out.");

	private static final Map<Integer, ProblemCode> BY_STATUS = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap(ProblemCode::status, Function.identity(), (first, second) -> first));

	private final int status;

	private final String title;

	private final String detail;

	ProblemCode(int status, String title, String detail) {
		this.status = status;
		this.title = title;
		this.detail = detail;
	}

	/**
	 * The code for a status of which nothing else is known.
	 * @param status the HTTP status
	 * @return the first code with this status, or the general one for a fault of the
	 * caller or of the service
	 */
	public static ProblemCode ofStatus(int status) {
		ProblemCode code = BY_STATUS.get(status);
		return (code != null) ? code : (status >= 500) ? SERVER_ERROR : CLIENT_ERROR;
	}

	/**
	 * The code of the catalogue with these words.
	 * @param code the code as it goes on the wire
	 * @return the code, or {@code null} if the catalogue has none
	 */
	public static @Nullable ProblemCode ofCode(@Nullable String code) {
		for (ProblemCode each : values()) {
			if (each.code().equals(code)) {
				return each;
			}
		}
		return null;
	}

	/**
	 * The code as it goes on the wire.
	 * @return lower-case words joined by hyphens, such as {@code validation-failed}
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The status with which the problem is answered.
	 * @return the HTTP status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * The kind of problem in a few words, the same for every occurrence.
	 * @return the title
	 */
	public String title() {
		return this.title;
	}

	/**
	 * The kind of problem in a sentence, for an occurrence of which nothing more can be
	 * said.
	 * @return the sentence
	 */
	public String detail() {
		return this.detail;
	}

}
