package dev.mainstay.core.problem.reactive;

import java.util.List;
import java.util.Map;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemOccurrence;
import dev.mainstay.core.problem.ProblemPipeline;
import dev.mainstay.core.problem.internal.BootMembers;
import dev.mainstay.core.problem.data.DataProblemMapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webflux.autoconfigure.error.DefaultErrorWebExceptionHandler;
import org.springframework.boot.webflux.error.ErrorAttributes;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Answers what no advice and no exception handler of the application did, in the place of
 * Boot's own handler and at its order. A client that prefers a page gets the
 * application's own error page if it has one. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ProblemErrorWebExceptionHandler extends DefaultErrorWebExceptionHandler {

	private static final Logger logger = LoggerFactory.getLogger(ProblemErrorWebExceptionHandler.class);

	private static final String PROBLEM = ProblemErrorWebExceptionHandler.class.getName() + ".PROBLEM";

	private final ProblemPipeline pipeline;

	private final ReactiveProblemWriter writer;

	private final Switches switches;

	/**
	 * Create the handler.
	 * @param boot what Boot's own handler is made of
	 * @param pipeline says what a failure means to the caller
	 * @param writer writes the answer
	 * @param switches what is switched on
	 */
	public ProblemErrorWebExceptionHandler(BootParts boot, ProblemPipeline pipeline, ReactiveProblemWriter writer,
			Switches switches) {
		super(boot.attributes(), boot.properties().getResources(), boot.properties().getError(), boot.context());
		this.pipeline = pipeline;
		this.writer = writer;
		this.switches = switches;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable throwable) {
		Mono<Void> handled = super.handle(exchange, throwable);
		return this.switches.active() ? handled.onErrorResume((ex) -> ex != throwable && !isGone(exchange),
				(ex) -> rescue(exchange, throwable, ex)) : handled;
	}

	private static boolean isGone(ServerWebExchange exchange) {
		return exchange.getResponse().isCommitted();
	}

	/** Such as an error page that itself fails: the status must not be lost. */
	private Mono<Void> rescue(ServerWebExchange exchange, Throwable throwable, Throwable second) {
		logger.warn("The answer to a failed request cannot be made as it should be", second);
		return this.writer.write(exchange, problem(exchange, throwable));
	}

	@Override
	protected RequestPredicate acceptsTextHtml() {
		return (request) -> this.switches.active() ? ReactiveProblemWriter.prefersHtml(request.exchange().getRequest())
				: super.acceptsTextHtml().test(request);
	}

	@Override
	protected Map<String, @Nullable Object> getErrorAttributes(ServerRequest request, ErrorAttributeOptions options) {
		Map<String, @Nullable Object> attributes = super.getErrorAttributes(request, options);
		if (this.switches.active()) {
			Problem problem = problem(request);
			attributes.replace("status", problem.status());
			HttpStatus status = HttpStatus.resolve(problem.status());
			attributes.replace("error", (status != null) ? status.getReasonPhrase() : problem.title());
		}
		return attributes;
	}

	@Override
	protected Mono<ServerResponse> renderErrorView(ServerRequest request) {
		if (!this.switches.active()) {
			return super.renderErrorView(request);
		}
		Problem problem = problem(request);
		Map<String, @Nullable Object> model = getErrorAttributes(request,
				getErrorAttributeOptions(request, MediaType.TEXT_HTML));
		return Flux.fromIterable(views(problem.status()))
			.concatMap((view) -> renderErrorView(view, answer(problem, ReactiveProblemWriter.HTML), model))
			.next()
			.switchIfEmpty(Mono.defer(() -> page(request, problem)));
	}

	/** The names under which Boot looks for the application's error pages. */
	private static List<String> views(int status) {
		return List.of("error/" + status, (status < 500) ? "error/4xx" : "error/5xx", "error/error");
	}

	private Mono<ServerResponse> page(ServerRequest request, Problem problem) {
		byte[] body = this.writer.format().html(problem, ReactiveProblemWriter.occurrence(request.exchange()));
		return answer(problem, ReactiveProblemWriter.HTML)
			.body((response, context) -> ReactiveProblemWriter.writePage(response, body));
	}

	@Override
	protected Mono<ServerResponse> renderErrorResponse(ServerRequest request) {
		if (!this.switches.active()) {
			return super.renderErrorResponse(request);
		}
		Problem problem = problem(request);
		ProblemOccurrence occurrence = ReactiveProblemWriter.occurrence(request.exchange())
			.withAdditions(this.switches.bootMembers() ? bootMembers(request) : Map.of());
		byte[] body = this.writer.format().json(problem, occurrence);
		return answer(problem, ReactiveProblemWriter.JSON)
			.body((response, context) -> ReactiveProblemWriter.write(response, body));
	}

	private static ServerResponse.BodyBuilder answer(Problem problem, MediaType type) {
		return ServerResponse.status(problem.status())
			.headers((headers) -> problem.headers().forEach(headers::set))
			.contentType(type);
	}

	private Map<String, Object> bootMembers(ServerRequest request) {
		return BootMembers.of(getErrorAttributes(request, getErrorAttributeOptions(request, MediaType.ALL)));
	}

	private Problem problem(ServerRequest request) {
		Throwable failure = getError(request);
		return problem(request.exchange(), (failure != null) ? failure : new IllegalStateException());
	}

	/** Asked more than once for one answer, and must not ask the mappers again. */
	private Problem problem(ServerWebExchange exchange, Throwable failure) {
		Problem known = exchange.getAttribute(PROBLEM);
		if (known != null) {
			return known;
		}
		LocaleContextHolder.setLocaleContext(exchange.getLocaleContext());
		try {
			Problem problem = this.pipeline.problem(failure, null);
			problem = exchange.getRequest().getHeaders().containsHeader(HttpHeaders.IF_MATCH)
					? DataProblemMapper.conditional(problem) : problem;
			exchange.getAttributes().put(PROBLEM, problem);
			this.writer.answered(exchange, problem, failure);
			return problem;
		}
		finally {
			LocaleContextHolder.resetLocaleContext();
		}
	}

	/**
	 * What Boot's own handler is made of.
	 *
	 * @param attributes Boot's own error attributes
	 * @param properties the application's settings for them, and where its error pages
	 * are
	 * @param context the application
	 * @since 0.1.0
	 */
	public record BootParts(ErrorAttributes attributes, WebProperties properties, ApplicationContext context) {

	}

	/**
	 * What is switched on.
	 *
	 * @param active whether Mainstay answers at all; read at run time, because in an
	 * AOT-processed application the handler is there whatever the properties say
	 * @param bootMembers whether the members of Boot's own JSON are kept
	 * @since 0.1.0
	 */
	public record Switches(boolean active, boolean bootMembers) {

	}

}
