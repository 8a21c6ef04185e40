package dev.mainstay.core.problem.web;

import java.net.URI;
import java.util.Map;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemMapper;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * A failure that carries its own status. The details that Spring writes repeat values,
 * and the reason of a {@link ResponseStatusException} is more often than not the message
 * of another exception: only a {@link ProblemDetail} that the application itself filled
 * in is told, and of a fault of the service not its detail.
 */
final class ErrorResponseProblemMapper implements ProblemMapper {

	private static final URI NO_TYPE = URI.create("about:blank");

	@Override
	public @Nullable Problem map(Throwable failure) {
		if (failure instanceof ErrorResponse response) {
			Problem problem = Problem.ofStatus(response.getStatusCode().value());
			if (isOfApplication(failure)) {
				problem = adopt(problem, response.getBody());
			}
			return withHeaders(problem, response);
		}
		ResponseStatus status = AnnotatedElementUtils.findMergedAnnotation(failure.getClass(), ResponseStatus.class);
		return (status != null) ? Problem.ofStatus(status.code().value()) : null;
	}

	private static boolean isOfApplication(Throwable failure) {
		return failure.getClass() == ErrorResponseException.class || (!(failure instanceof ResponseStatusException)
				&& !failure.getClass().getName().startsWith("org.springframework."));
	}

	private static Problem adopt(Problem problem, ProblemDetail body) {
		Map<String, Object> properties = (body.getProperties() != null) ? body.getProperties() : Map.of();
		String code = (properties.get("code") instanceof String own) ? own : problem.code();
		String title = (body.getTitle() != null) ? body.getTitle() : problem.title();
		Problem adopted = Problem.of(problem.status(), code, title)
			.withDetail((problem.status() < 500 && body.getDetail() != null) ? body.getDetail() : problem.detail());
		if (!NO_TYPE.equals(body.getType()) && body.getType() != null) {
			adopted = adopted.withType(body.getType().toString());
		}
		for (Map.Entry<String, Object> property : properties.entrySet()) {
			adopted = adopted.with(property.getKey(), property.getValue());
		}
		return adopted;
	}

	private static Problem withHeaders(Problem problem, ErrorResponse response) {
		Problem result = problem;
		for (String name : response.getHeaders().headerNames()) {
			result = result.withHeader(name, String.join(", ", response.getHeaders().getOrEmpty(name)));
		}
		return result;
	}

}
