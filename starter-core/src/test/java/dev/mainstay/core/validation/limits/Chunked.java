package dev.mainstay.core.validation.limits;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

import dev.mainstay.core.problem.Answer;

/**
 * Posts JSON without saying how long it is.
 */
public final class Chunked {

	private Chunked() {
	}

	public static Answer post(String uri, String body) {
		return Answer.to(
				HttpRequest.newBuilder(URI.create(uri))
					.POST(HttpRequest.BodyPublishers
						.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))),
				"Content-Type", "application/json");
	}

}
