package dev.mainstay.core.management;

import java.nio.charset.StandardCharsets;

/**
 * The answer to a caller whom no policy admits.
 *
 * @since 0.1.0
 */
public final class Refusal {

	/**
	 * The status of the answer.
	 */
	public static final int STATUS = 401;

	/**
	 * The media type of the body.
	 */
	public static final String CONTENT_TYPE = "application/problem+json";

	private Refusal() {
	}

	/**
	 * The body of the answer. Tells a stranger nothing of the endpoint.
	 * @return a fresh array
	 */
	public static byte[] body() {
		return """
				{"type":"urn:problem-type:mainstay:unauthenticated","title":"Unauthorized","status":401,\
				"detail":"Access to this management endpoint was not granted.","code":"unauthenticated"}"""
			.getBytes(StandardCharsets.UTF_8);
	}

}
