package dev.mainstay.core.problem.web;

import java.util.Map;
import java.util.function.Supplier;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemOccurrence;
import dev.mainstay.core.problem.ProblemPipeline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;

/**
 * Adds to a problem detail that the application answers with what it has in common with
 * ours: the code, and the ids by which the request is found. What is there stays. A
 * detail of a class of its own may have them under any name, and is left alone.
 * Thread-safe; called by the framework before the detail is written.
 *
 * @since 0.1.0
 */
public final class ProblemDetailCompletion implements ErrorResponse.Interceptor {

	private static final Logger logger = LoggerFactory.getLogger(ProblemDetailCompletion.class);

	private final ProblemPipeline pipeline;

	private final Supplier<@Nullable Object> exchange;

	/**
	 * Create the interceptor.
	 * @param pipeline says which code a failure has
	 * @param exchange finds the exchange of the current request; {@code null} where the
	 * thread does not know it, and the ids are then taken from the MDC
	 */
	public ProblemDetailCompletion(ProblemPipeline pipeline, Supplier<@Nullable Object> exchange) {
		this.pipeline = pipeline;
		this.exchange = exchange;
	}

	@Override
	public void handleError(ProblemDetail detail, @Nullable ErrorResponse response) {
		if (detail.getClass() != ProblemDetail.class) {
			return;
		}
		try {
			ProblemOccurrence occurrence = ProblemOccurrence.of(null, this.exchange.get());
			add(detail, "code", code(detail, response));
			add(detail, "requestId", occurrence.requestId());
			add(detail, "traceId", occurrence.traceId());
		}
		catch (RuntimeException ex) {
			logger.debug("A problem detail of the application stays as it is", ex);
		}
	}

	private String code(ProblemDetail detail, @Nullable ErrorResponse response) {
		if (response instanceof Throwable failure) {
			Problem problem = this.pipeline.problem(failure, null);
			if (problem.status() == detail.getStatus()) {
				return problem.code();
			}
		}
		return Problem.ofStatus(detail.getStatus()).code();
	}

	private static void add(ProblemDetail detail, String name, @Nullable String value) {
		Map<String, Object> present = detail.getProperties();
		if (value != null && (present == null || !present.containsKey(name))) {
			detail.setProperty(name, value);
		}
	}

}
