package dev.mainstay.core.problem.reactive;

import java.util.function.Supplier;

import dev.mainstay.core.failure.FailureReporter;
import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemFormat;
import dev.mainstay.core.problem.ProblemOccurrence;
import dev.mainstay.core.problem.internal.HtmlPreference;
import dev.mainstay.core.request.RequestExchange;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Answers a request on the reactive stack with a problem: with JSON, or with a small page
 * for a client that prefers one. For filters of the starters too, which answer before the
 * application is reached. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ReactiveProblemWriter {

	static final MediaType JSON = MediaType.parseMediaType(ProblemFormat.JSON);

	static final MediaType HTML = MediaType.parseMediaType(ProblemFormat.HTML);

	static final String POLICY = "Content-Security-Policy";

	private final ProblemFormat format;

	private final Supplier<@Nullable FailureReporter> reporter;

	/**
	 * Create the writer, which reports to nobody.
	 * @param format the form in which a problem goes on the wire
	 */
	public ReactiveProblemWriter(ProblemFormat format) {
		this(format, () -> null);
	}

	/**
	 * Create the writer.
	 * @param format the form in which a problem goes on the wire
	 * @param reporter asked for the reporter with each answer; {@code null} for none
	 */
	public ReactiveProblemWriter(ProblemFormat format, Supplier<@Nullable FailureReporter> reporter) {
		this.format = format;
		this.reporter = reporter;
	}

	/**
	 * Answer with a problem. The header fields of the response stay, except for those
	 * that the problem sets.
	 * @param exchange the exchange
	 * @param problem the problem
	 * @return completes when the answer is written; at once if the response is committed
	 */
	public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
		return write(exchange, problem, occurrence(exchange));
	}

	Mono<Void> write(ServerWebExchange exchange, Problem problem, ProblemOccurrence occurrence) {
		ServerHttpResponse response = exchange.getResponse();
		if (response.isCommitted()) {
			return Mono.empty();
		}
		answered(exchange, problem, null);
		boolean html = prefersHtml(exchange.getRequest());
		byte[] body = html ? this.format.html(problem, occurrence) : this.format.json(problem, occurrence);
		response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
		problem.headers().forEach(response.getHeaders()::set);
		response.getHeaders().setContentType(html ? HTML : JSON);
		return html ? writePage(response, body) : write(response, body);
	}

	/** Each answer is one event in the log, unless its failure was one before. */
	void answered(ServerWebExchange exchange, Problem problem, @Nullable Throwable failure) {
		FailureReporter reporter = this.reporter.get();
		if (reporter != null && problem.status() >= 400) {
			reporter.answered(failure, exchange.getAttribute(RequestExchange.ATTRIBUTE), problem.status(),
					problem.code());
		}
	}

	ProblemFormat format() {
		return this.format;
	}

	static Mono<Void> write(ReactiveHttpOutputMessage response, byte[] body) {
		response.getHeaders().setContentLength(body.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

	static Mono<Void> writePage(ReactiveHttpOutputMessage response, byte[] body) {
		if (!response.getHeaders().containsHeader(POLICY)) {
			response.getHeaders().set(POLICY, ProblemFormat.HTML_POLICY);
		}
		return write(response, body);
	}

	static boolean prefersHtml(ServerHttpRequest request) {
		return HtmlPreference.prefersHtml(request.getHeaders().getOrEmpty(HttpHeaders.ACCEPT));
	}

	static ProblemOccurrence occurrence(ServerWebExchange exchange) {
		return ProblemOccurrence.of(exchange.getRequest().getPath().value(),
				exchange.getAttribute(RequestExchange.ATTRIBUTE));
	}

}
