package dev.mainstay.resilience.idempotency.servlet;

import java.io.IOException;
import java.util.List;

import dev.mainstay.core.problem.servlet.ServletProblemWriter;
import dev.mainstay.resilience.idempotency.Admission;
import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import dev.mainstay.resilience.idempotency.IdempotencyResult;
import dev.mainstay.resilience.idempotency.StoredResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Writes the answers that are given without the handler.
 */
final class ServletAnswers {

	private final ServletProblemWriter problems;

	ServletAnswers(ServletProblemWriter problems) {
		this.problems = problems;
	}

	void replay(StoredResponse stored, HttpServletResponse response) throws IOException {
		response.setStatus(stored.status());
		stored.headers().forEach((name, values) -> set(response, name, values));
		response.setHeader(IdempotencyHeaders.STATUS, IdempotencyResult.REPLAYED.code());
		response.setHeader(IdempotencyHeaders.REPLAYED, "true");
		write(response, stored.body());
	}

	private static void set(HttpServletResponse response, String name, List<String> values) {
		if ("Content-Type".equalsIgnoreCase(name)) {
			response.setContentType(values.get(0));
			return;
		}
		response.setHeader(name, values.get(0));
		values.stream().skip(1).forEach((value) -> response.addHeader(name, value));
	}

	void refuse(Admission.Refuse refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.problems.write(request, response, refusal.toProblem());
	}

	private static void write(HttpServletResponse response, byte[] body) throws IOException {
		if (body.length > 0) {
			response.setContentLength(body.length);
			response.getOutputStream().write(body);
		}
	}

}
