package dev.mainstay.core.problem.web;

import java.util.function.Supplier;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.ProblemMapper;
import dev.mainstay.core.problem.Violation;
import org.jspecify.annotations.Nullable;

import org.springframework.core.codec.DecodingException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.ClassUtils;
import org.springframework.web.server.ServerWebInputException;

/**
 * The body cannot be read, or not as the type that the handler takes.
 */
final class UnreadableBodyProblemMapper implements ProblemMapper {

	private static final boolean jackson = ClassUtils.isPresent("tools.jackson.databind.DatabindException",
			UnreadableBodyProblemMapper.class.getClassLoader());

	private final ViolationTexts texts;

	private final Supplier<? extends @Nullable Object> mapper;

	UnreadableBodyProblemMapper(ViolationTexts texts, Supplier<? extends @Nullable Object> mapper) {
		this.texts = texts;
		this.mapper = mapper;
	}

	@Override
	public @Nullable Problem map(Throwable failure) {
		if (failure instanceof HttpMessageNotReadableException) {
			return problem(failure.getCause());
		}
		if (failure instanceof ServerWebInputException && failure.getCause() instanceof DecodingException decoding) {
			return problem(decoding.getCause());
		}
		return null;
	}

	private Problem problem(@Nullable Throwable cause) {
		if (cause == null) {
			return Problem.of(ProblemCode.MALFORMED_REQUEST).withDetail("The body of the request is missing.");
		}
		Violation violation = jackson ? JacksonViolations.find(cause, this.mapper, this.texts) : null;
		Problem problem = (violation != null) ? InputProblemMapper.malformed(violation)
				: Problem.of(ProblemCode.MALFORMED_REQUEST);
		return problem.withDetail("The body of the request cannot be read.");
	}

}
