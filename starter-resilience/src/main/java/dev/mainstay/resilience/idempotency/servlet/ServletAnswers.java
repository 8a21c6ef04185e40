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
import jakarta.servlet.http.MappingMatch;
import org.jspecify.annotations.Nullable;

/**
 * Writes the answers that are given without the handler.
 */
final class ServletAnswers {

	private final ServletProblemWriter problems;

	private final @Nullable String page;

	/**
	 * Create it.
	 * @param problems writes refusals
	 * @param page the path of the page about keys, as Spring MVC sees it, or {@code null}
	 */
	ServletAnswers(ServletProblemWriter problems, @Nullable String page) {
		this.problems = problems;
		this.page = page;
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
		this.problems.write(request, response, refusal.toProblem(pageOf(request)));
	}

	/** Spring MVC may serve a part of the application only, such as {@code /api/*}. */
	private @Nullable String pageOf(HttpServletRequest request) {
		if (this.page == null) {
			return null;
		}
		boolean part = request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH;
		return request.getContextPath() + (part ? request.getServletPath() : "") + this.page;
	}

	private static void write(HttpServletResponse response, byte[] body) throws IOException {
		if (body.length > 0) {
			response.setContentLength(body.length);
			response.getOutputStream().write(body);
		}
	}

}
