package dev.mainstay.core.problem.servlet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

import dev.mainstay.core.failure.FailureReporter;
import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemFormat;
import dev.mainstay.core.problem.ProblemOccurrence;
import dev.mainstay.core.problem.internal.HtmlPreference;
import dev.mainstay.core.request.RequestExchange;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Answers a request on the servlet stack with a problem: with JSON, or with a small page
 * for a client that prefers one. For filters of the starters too, which answer before the
 * application is reached. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ServletProblemWriter {

	private static final String POLICY = "Content-Security-Policy";

	private final ProblemFormat format;

	private final Supplier<@Nullable FailureReporter> reporter;

	/**
	 * Create the writer, which reports to nobody.
	 * @param format the form in which a problem goes on the wire
	 */
	public ServletProblemWriter(ProblemFormat format) {
		this(format, () -> null);
	}

	/**
	 * Create the writer.
	 * @param format the form in which a problem goes on the wire
	 * @param reporter asked for the reporter with each answer; {@code null} for none
	 */
	public ServletProblemWriter(ProblemFormat format, Supplier<@Nullable FailureReporter> reporter) {
		this.format = format;
		this.reporter = reporter;
	}

	/**
	 * Answer with a problem. What was written and not yet sent is dropped; the header
	 * fields stay, except for those that the problem sets.
	 * @param request the request
	 * @param response the response
	 * @param problem the problem
	 * @return whether it was written; not if the response is committed
	 * @throws IOException if the client is gone
	 */
	public boolean write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
		return write(request, response, problem, occurrence(request));
	}

	boolean write(HttpServletRequest request, HttpServletResponse response, Problem problem,
			ProblemOccurrence occurrence) throws IOException {
		if (response.isCommitted()) {
			return false;
		}
		answered(request, problem, null);
		response.resetBuffer();
		response.setStatus(problem.status());
		problem.headers().forEach(response::setHeader);
		boolean html = prefersHtml(request);
		byte[] body = html ? this.format.html(problem, occurrence) : this.format.json(problem, occurrence);
		response.setContentType(html ? ProblemFormat.HTML : ProblemFormat.JSON);
		if (html && !response.containsHeader(POLICY)) {
			response.setHeader(POLICY, ProblemFormat.HTML_POLICY);
		}
		response.setContentLength(body.length);
		write(response, body);
		return true;
	}

	/** Each answer is one event in the log, unless its failure was one before. */
	void answered(HttpServletRequest request, Problem problem, @Nullable Throwable failure) {
		FailureReporter reporter = this.reporter.get();
		if (reporter != null && problem.status() >= 400) {
			RequestExchange exchange = (request
				.getAttribute(RequestExchange.ATTRIBUTE) instanceof RequestExchange known) ? known : null;
			reporter.answered(failure, exchange, problem.status(), problem.code());
		}
	}

	ProblemFormat format() {
		return this.format;
	}

	static boolean prefersHtml(HttpServletRequest request) {
		List<String> accept = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
		return !accept.isEmpty() && HtmlPreference.prefersHtml(accept);
	}

	static ProblemOccurrence occurrence(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String instance = (failed instanceof String uri) ? uri : request.getRequestURI();
		return ProblemOccurrence.of(instance, request.getAttribute(RequestExchange.ATTRIBUTE));
	}

	/** A container may have handed out the writer before, and then has no stream. */
	private static void write(HttpServletResponse response, byte[] body) throws IOException {
		OutputStream stream;
		try {
			stream = response.getOutputStream();
		}
		catch (IllegalStateException ex) {
			response.getWriter().write(new String(body, StandardCharsets.UTF_8));
			response.getWriter().flush();
			return;
		}
		stream.write(body);
		stream.flush();
	}

}
