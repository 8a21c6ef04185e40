package dev.mainstay.resilience.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.mainstay.core.request.RequestExchange;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonWriter;

/**
 * Writes the body of a refusal, the same bytes on every web stack. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ProblemBody {

	/**
	 * The media type of the body.
	 */
	public static final String MEDIA_TYPE = "application/problem+json";

	private static final JsonWriter<Map<String, ?>> json = JsonWriter.standard();

	private final String typeBase;

	/**
	 * Create it.
	 * @param typeBase what stands before the code in the type of a problem
	 */
	public ProblemBody(String typeBase) {
		this.typeBase = typeBase;
	}

	/**
	 * Write the body.
	 * @param problem why the request was refused
	 * @param instance the path of the request
	 * @param exchange the value of the attribute {@link RequestExchange#ATTRIBUTE};
	 * anything else stands for none
	 * @return the bytes, in UTF-8
	 */
	public byte[] json(IdempotencyProblem problem, String instance, @Nullable Object exchange) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("type", this.typeBase + problem.code());
		members.put("title", problem.title());
		members.put("status", problem.status());
		members.put("detail", problem.detail());
		members.put("instance", instance);
		members.put("code", problem.code());
		if (exchange instanceof RequestExchange known) {
			if (known.requestId() != null) {
				members.put("requestId", known.requestId());
			}
			if (known.traceIds() != null) {
				members.put("traceId", known.traceIds().traceId());
			}
		}
		return json.writeToString(members).getBytes(StandardCharsets.UTF_8);
	}

}
