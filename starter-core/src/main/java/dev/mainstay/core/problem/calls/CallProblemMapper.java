package dev.mainstay.core.problem.calls;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.ProblemMapper;
import dev.mainstay.core.problem.RetryAfter;
import dev.mainstay.core.problem.internal.Causes;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.client.UnknownContentTypeException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;

/**
 * A call to another service failed, or there was no room or time for the work. Neither
 * the status nor any word of the other side is told. Thread-safe.
 *
 * @since 0.1.0
 */
public final class CallProblemMapper implements ProblemMapper {

	private static final String WEB_CLIENT = "org.springframework.web.reactive.function.client.WebClient";

	/** Work that is refused to keep the rest alive. */
	private static final Map<String, ProblemCode> REFUSED = Map.of(
			"io.github.resilience4j.circuitbreaker.CallNotPermittedException", ProblemCode.DEPENDENCY_UNAVAILABLE,
			"io.github.resilience4j.bulkhead.BulkheadFullException", ProblemCode.TEMPORARILY_OVERLOADED,
			"io.github.resilience4j.ratelimiter.RequestNotPermitted", ProblemCode.TEMPORARILY_OVERLOADED,
			RejectedExecutionException.class.getName(), ProblemCode.TEMPORARILY_OVERLOADED);

	private final Clock clock;

	/**
	 * Create the mapper.
	 * @param clock tells the time against which the date in an answer is read
	 */
	public CallProblemMapper(Clock clock) {
		this.clock = clock;
	}

	@Override
	public @Nullable Problem map(Throwable failure) {
		List<Throwable> causes = Causes.of(failure);
		for (int at = 0; at < causes.size(); at++) {
			Problem problem = map(causes.get(at), causes.subList(at, causes.size()));
			if (problem != null) {
				return problem;
			}
		}
		return null;
	}

	private @Nullable Problem map(Throwable cause, List<Throwable> causes) {
		if (cause instanceof RestClientResponseException answer) {
			return ofAnswer(answer.getStatusCode().value(), answer.getResponseHeaders());
		}
		if (Causes.isA(cause, WEB_CLIENT + "ResponseException")) {
			return Answers.of(cause, this);
		}
		if (cause instanceof ResourceAccessException || Causes.isA(cause, WEB_CLIENT + "RequestException")
				|| (cause instanceof RestClientException
						&& causes.stream().anyMatch(CallProblemMapper::isUnreadable))) {
			return CallFailures.ofCall(causes);
		}
		ProblemCode refused = Causes.lookUp(cause, REFUSED);
		ProblemCode code = (refused != null) ? refused : CallFailures.ofAny(cause);
		return (code != null) ? problem(code) : null;
	}

	/** An answer that came and made no sense, or did not come whole. */
	private static boolean isUnreadable(Throwable cause) {
		return cause instanceof UnknownContentTypeException || cause instanceof HttpMessageConversionException
				|| cause instanceof IOException;
	}

	Problem ofAnswer(int status, @Nullable HttpHeaders headers) {
		if (status != 503 && status != 429) {
			return Problem.of(ProblemCode.DEPENDENCY_FAILED);
		}
		Problem problem = Problem.of(ProblemCode.DEPENDENCY_UNAVAILABLE);
		String value = (headers != null) ? headers.getFirst(RetryAfter.HEADER) : null;
		Long seconds = RetryAfter.seconds(value, this.clock);
		return (seconds != null) ? problem.withHeader(RetryAfter.HEADER, seconds.toString()) : problem;
	}

	static Problem problem(ProblemCode code) {
		Problem problem = Problem.of(code);
		return (code == ProblemCode.TEMPORARILY_OVERLOADED) ? RetryAfter.soon(problem) : problem;
	}

	/**
	 * A request that waits for its answer for too long. Spring has given it its status.
	 * @param failure the failure
	 * @return the problem, or {@code null} if the failure is another
	 */
	public static @Nullable Problem lateAnswer(Throwable failure) {
		return (failure instanceof AsyncRequestTimeoutException) ? problem(ProblemCode.TEMPORARILY_OVERLOADED) : null;
	}

}
