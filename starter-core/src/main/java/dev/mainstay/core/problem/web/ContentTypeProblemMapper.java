package dev.mainstay.core.problem.web;

import java.util.Arrays;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.ProblemMapper;
import org.jspecify.annotations.Nullable;

/**
 * A request says that its body is of any type, {@code Content-Type: *}{@code /*}. Spring
 * fails on that when it reads the header fields, with an exception that only the place
 * where it was thrown tells from others.
 */
final class ContentTypeProblemMapper implements ProblemMapper {

	private static final String REQUEST = "org.springframework.http.server.ServletServerHttpRequest";

	/** The check, the field that is set, and what sets it. */
	private static final int FRAMES = 5;

	@Override
	public @Nullable Problem map(Throwable failure) {
		boolean header = failure.getClass() == IllegalArgumentException.class && Arrays.stream(failure.getStackTrace())
			.limit(FRAMES)
			.anyMatch((frame) -> REQUEST.equals(frame.getClassName()) && "getHeaders".equals(frame.getMethodName()));
		return header ? Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE) : null;
	}

}
